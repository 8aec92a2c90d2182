package org.brandimage.spi.outpaint;

import java.util.Objects;
import org.brandimage.spi.image.ImageSource;

/**
 * One picture an outpainter made.
 *
 * @param index its place among the pictures asked for, from 0
 * @param image the picture at the size of the canvas; its original bytes are the provider's
 * @param seed the seed it was made with
 */
public record OutpaintedImage(int index, ImageSource image, long seed) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the index is negative
   */
  public OutpaintedImage {
    Objects.requireNonNull(image, "image");
    if (index < 0) {
      throw new IllegalArgumentException("index must be at least 0: " + index);
    }
  }
}
