package org.brandimage.local.library.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;

/** Default kinds and descriptions of assets, taken from their paths and pixels. Stateless. */
final class AssetKinds {
  private static final Map<String, EntityKind> FOLDERS =
      Map.of(
          "product", EntityKind.PRODUCT,
          "cutout", EntityKind.PRODUCT,
          "background", EntityKind.BACKGROUND,
          "scene", EntityKind.BACKGROUND,
          "place", EntityKind.BACKGROUND,
          "setting", EntityKind.BACKGROUND,
          "theme", EntityKind.THEME,
          "mood", EntityKind.THEME);
  private static final int HALF_OPAQUE = 128;

  private AssetKinds() {}

  /** Returns the kind the nearest telling folder has. */
  static Optional<EntityKind> byFolder(String id) {
    String[] folders = id.toLowerCase(Locale.ROOT).split("/", -1);
    for (int i = folders.length - 2; i >= 0; i--) {
      String name = folders[i].endsWith("s") ? folders[i].replaceFirst("s$", "") : folders[i];
      EntityKind kind = FOLDERS.get(name);
      if (kind != null) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns product for a picture with transparent pixels, background for one without. */
  static EntityKind byLooking(ImageSource photo) {
    RasterImage raster = photo.raster();
    int[] row = new int[raster.width()];
    for (int y = 0; y < raster.height(); y++) {
      raster.copyRow(y, row);
      for (int pixel : row) {
        if (pixel >>> 24 < HALF_OPAQUE) {
          return EntityKind.PRODUCT;
        }
      }
    }
    return EntityKind.BACKGROUND;
  }

  /** Returns the words of the last part of an id that has any: "products/mug/01" is a mug. */
  static String words(String id) {
    String[] parts = id.split("/", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      String words = parts[i].replaceAll("[^\\p{L}\\p{M}\\p{N}']+", " ").strip();
      if (words.codePoints().anyMatch(Character::isLetter)) {
        return words;
      }
    }
    return id;
  }
}
