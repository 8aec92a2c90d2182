package org.brandimage.examples.briefs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Locale;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.quality.BrandKitReader;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.error.InvalidInputException;

/** A file of a brand kit, in YAML when its name ends so, and in JSON otherwise. */
public final class BrandFile {
  private static final int MOST_BYTES = 1 << 20;

  private BrandFile() {}

  /**
   * Reads a brand kit.
   *
   * @param file the file, of at most 1 MiB
   * @return the brand kit
   * @throws InvalidInputException when the file cannot be read or holds no brand kit
   */
  public static BrandKit read(Path file) {
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
