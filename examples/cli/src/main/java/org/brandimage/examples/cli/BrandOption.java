package org.brandimage.examples.cli;

import java.nio.file.Path;
import org.brandimage.examples.briefs.BrandFile;
import org.brandimage.spi.brief.BrandKit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a file with the brand's rules, in JSON or YAML. */
final class BrandOption {
  @Option(
      names = "--brand",
      paramLabel = "FILE",
      description =
          "The brand's palette, guidelines, forbidden elements and safe zones, as JSON or YAML.")
  private @Nullable Path file;

  /** Reads the file; a neutral brand when none was named. */
  BrandKit brandKit() {
    return file == null ? BrandKit.neutral() : BrandFile.read(file);
  }
}
