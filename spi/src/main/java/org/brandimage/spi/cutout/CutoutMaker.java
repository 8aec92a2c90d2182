package org.brandimage.spi.cutout;

import org.brandimage.spi.context.StageContext;

/**
 * A step that cuts a product out of its photo. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): M1 the product's opaque pixels keep their colours; M2 the
 * result is cropped to the visible pixels; M3 a photo that this maker cannot cut out reliably
 * raises an {@link org.brandimage.spi.error.UnsupportedInputException}, and never gives a bad
 * cut-out; M4 the whole product is cut out and nothing else.
 */
@FunctionalInterface
public interface CutoutMaker {
  /**
   * Cuts a product out.
   *
   * @param request the photo
   * @param context the context of the run
   * @return the product
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException;
}
