package org.brandimage.spi.cutout;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.result.SizedResult;

/**
 * A product with an alpha channel, cropped to its visible pixels: those whose alpha is at least
 * {@value #VISIBLE_ALPHA}. Matting tools leave a haze of fainter pixels all over a photo, which
 * must not count as a part of the product.
 *
 * @param image the product; transparent where it is not
 * @param confidence from 0 (a guess) to 1 (certain, as with a given alpha channel)
 * @param method how it was cut out, for provenance
 */
public record Cutout(ImageSource image, double confidence, String method) implements SizedResult {
  /** The least alpha of a pixel that counts as a part of the product: 5 % of 255. */
  public static final int VISIBLE_ALPHA = 13;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the confidence is outside 0 to 1
   */
  public Cutout {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(method, "method");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be from 0 to 1: " + confidence);
    }
  }

  /**
   * Returns the smallest box around the pixels that count as a part of a product.
   *
   * @param picture a product with an alpha channel
   * @return the box, or empty when no pixel's alpha reaches {@value #VISIBLE_ALPHA}
   */
  public static Optional<Box> visibleBounds(RasterImage picture) {
    return Mask.of(picture.size(), (x, y) -> picture.argb(x, y) >>> 24 >= VISIBLE_ALPHA)
        .keptBounds();
  }

  @Override
  public long heapBytes() {
    return image.heapBytes();
  }
}
