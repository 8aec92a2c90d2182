package org.brandimage.spi.cutout;

import java.util.Objects;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.SizedResult;

/**
 * A product with an alpha channel, cropped to its visible pixels.
 *
 * @param image the product; transparent where it is not
 * @param confidence from 0 (a guess) to 1 (certain, as with a given alpha channel)
 * @param method how it was cut out, for provenance
 */
public record Cutout(ImageSource image, double confidence, String method) implements SizedResult {
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

  @Override
  public long heapBytes() {
    return image.heapBytes();
  }
}
