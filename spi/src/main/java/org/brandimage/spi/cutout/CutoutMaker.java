package org.brandimage.spi.cutout;

import org.brandimage.spi.context.StageContext;

/**
 * Takes a product out of its photo. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): M1 the product's opaque pixels keep their colours; M2 the
 * result is cropped to the visible pixels; M3 a photo this maker cannot cut, or only doubtfully, is
 * an {@link org.brandimage.spi.error.UnsupportedInputException}, never a silent bad picture; M4 the
 * whole product is cut out and nothing else.
 */
@FunctionalInterface
public interface CutoutMaker {
  /**
   * Cuts a product out.
   *
   * @param request the photo
   * @param context the run
   * @return the product
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException;
}
