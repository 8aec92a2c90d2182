package org.brandimage.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Locale;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.quality.BrandKitReader;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a file with the brand's rules, in JSON or YAML. */
final class BrandOption {
  private static final int MOST_BYTES = 1 << 20;

  @Option(
      names = "--brand",
      paramLabel = "FILE",
      description =
          "The brand's palette, guidelines, forbidden elements and safe zones, as JSON or YAML.")
  private @Nullable Path file;

  /** Reads the file; a neutral brand when none was named. */
  BrandKit brandKit() {
    if (file == null) {
      return BrandKit.neutral();
    }
    String text = BoundedFile.readText(file, "brand " + file, MOST_BYTES);
    String name = file.toString().toLowerCase(Locale.ROOT);
    return BrandKitReader.read(name.endsWith(".yaml") || name.endsWith(".yml") ? json(text) : text);
  }

  private static String json(String yaml) {
    try {
      JsonNode root = new YAMLMapper().readTree(yaml);
      return root == null ? "" : root.toString();
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "brand", String.valueOf(e.getOriginalMessage()), "give well-formed YAML");
    }
  }
}
