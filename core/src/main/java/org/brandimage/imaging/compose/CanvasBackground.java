package org.brandimage.imaging.compose;

import java.util.Optional;
import org.brandimage.imaging.raster.Blend;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * A background fitted to a canvas: opened once, then held. Where the picture is transparent its
 * ground shows. Thread-safe.
 */
final class CanvasBackground implements ImageSource {
  private final Size size;
  private final @Nullable ImageSource picture;
  private final int ground;
  private @Nullable RasterImage raster;

  /**
   * Creates the background.
   *
   * @param size of the canvas
   * @param picture resized to cover it, or null for the ground alone
   * @param ground an opaque colour
   */
  CanvasBackground(Size size, @Nullable ImageSource picture, int ground) {
    this.size = size;
    this.picture = picture;
    this.ground = ground;
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public String digest() {
    Fingerprint print =
        Fingerprint.of("background-1").add(size.width()).add(size.height()).add(ground);
    return print.add(picture == null ? "" : picture.digest()).toHex();
  }

  @Override
  public synchronized RasterImage raster() {
    RasterImage known = raster;
    if (known == null) {
      known =
          picture == null
              ? RasterImage.filled(size, ground)
              : grounded(Resampler.cover(picture.raster(), size));
      raster = known;
    }
    return known;
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.empty();
  }

  /** Lets go of the pixels; the next opening fits the picture anew. */
  synchronized void release() {
    raster = null;
  }

  private RasterImage grounded(RasterImage fitted) {
    if (fitted.opaque()) {
      return fitted;
    }
    int[] argb = fitted.toArgb();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = Blend.over(argb[i], ground);
    }
    return RasterImage.adopt(fitted.size(), argb);
  }
}
