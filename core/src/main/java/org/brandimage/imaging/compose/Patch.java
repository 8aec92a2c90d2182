package org.brandimage.imaging.compose;

import java.util.Objects;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/**
 * The part of a background that one candidate changes: the box around its products and their
 * shadows. A grid of a thousand patches over one shared background takes a fraction of the memory
 * and time of a thousand canvases; a whole picture is made on request. Immutable and thread-safe.
 *
 * @param box the patch's place on the canvas
 * @param image the finished pixels of the box, opaque
 * @param mask KEEP where the products are, of the box's size
 */
public record Patch(Box box, RasterImage image, Mask mask) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when picture or mask are not of the box's size
   */
  public Patch {
    Objects.requireNonNull(box, "box");
    if (!image.size().equals(box.size()) || !mask.size().equals(box.size())) {
      throw new IllegalArgumentException(
          "image and mask must be of the box's size "
              + box.size()
              + ": "
              + image.size()
              + ", "
              + mask.size());
    }
  }

  /**
   * Returns the whole picture.
   *
   * @param background of the whole canvas, the one the patch was made for
   * @return the background with this patch on it
   * @throws IllegalArgumentException when the box extends beyond the background
   */
  public RasterImage over(RasterImage background) {
    if (!background.size().bounds().contains(box)) {
      throw new IllegalArgumentException(box + " leaves a background of " + background.size());
    }
    int[] argb = background.toArgb();
    int offset = box.y() * background.width() + box.x();
    image.copyRegion(image.size().bounds(), argb, offset, background.width());
    return RasterImage.adopt(background.size(), argb);
  }
}
