package org.brandimage.spi.outpaint;

import org.brandimage.spi.context.StageContext;

/**
 * Stage 5: makes whole pictures around products that are already in their places. Thread-safe. An
 * outpainter that costs money is also {@link org.brandimage.spi.context.Priced}, reserves on the
 * context's meter before each call and settles after it.
 *
 * <p>Rules (see {@code CONTRACTS.md}): every picture has the canvas' size and no transparent pixel;
 * pictures and rejections together answer every index once; the same request and seed give the same
 * pictures where the generator allows it.
 */
@FunctionalInterface
public interface Outpainter {
  /**
   * Makes pictures of a candidate.
   *
   * @param request the candidate
   * @param context the run
   * @return pictures and rejections
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when none could be made
   */
  Outpainting outpaint(OutpaintRequest request, StageContext context) throws InterruptedException;
}
