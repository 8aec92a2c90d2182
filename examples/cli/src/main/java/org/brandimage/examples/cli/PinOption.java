package org.brandimage.examples.cli;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;
import picocli.CommandLine.Option;

/** The option that fixes assets of the library instead of searching for them. */
final class PinOption {
  @Option(
      names = "--pin",
      paramLabel = "ASSET",
      description =
          "Uses this product, background or theme of the library instead of a search, repeatable:"
              + " its id or a file of it.")
  private List<String> names = List.of();

  /** Returns the assets to pin. */
  List<Asset> assets(MediaLibrary library) {
    List<Asset> assets = new ArrayList<>();
    for (String name : names) {
      Asset asset = asset(name, library);
      if (!assets.contains(asset)) {
        assets.add(asset);
      }
    }
    return assets;
  }

  /** Returns the asset with an id or a file. */
  static Asset asset(String name, MediaLibrary library) {
    return library
        .asset(name)
        .or(
            () ->
                library.assets().stream()
                    .filter(asset -> library.files(asset.id()).contains(name))
                    .findFirst())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "pin", name, "give an id that brandimage search prints, or a file's path"));
  }
}
