package org.brandimage.spi.contract;

import java.util.Optional;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** Pictures of results, which may be damaged: a failure to read one is an empty answer. */
final class Pictures {
  private Pictures() {}

  static Optional<Size> declaredSize(ImageSource picture) {
    try {
      return Optional.ofNullable(picture.size());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  static Optional<String> digest(ImageSource picture) {
    try {
      return Optional.ofNullable(picture.digest());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  static Optional<RasterImage> opened(ImageSource picture) {
    try {
      return Optional.ofNullable(picture.raster());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
