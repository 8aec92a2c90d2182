package org.brandimage.spi.outpaint;

import org.brandimage.spi.context.StageContext;

/**
 * The outpaint stage (stage 5), which makes whole pictures around products that are already in
 * their places. Thread-safe. An outpainter that costs money is also {@link
 * org.brandimage.spi.context.Priced}; it reserves the price on the context's meter before each call
 * and settles it afterwards.
 *
 * <p>Rules (see {@code CONTRACTS.md}): O1 every picture has the canvas' size and O2 no transparent
 * pixel; O3 every index has exactly one picture or one rejection; O4 another seed gives another
 * picture, the same one the same picture, where the generator allows it; O5 pictures and their
 * digests do not change; O6 seeds are in range; O7 a {@link BackgroundUse} that is not supported
 * raises an {@link org.brandimage.spi.error.UnsupportedInputException}.
 */
@FunctionalInterface
public interface Outpainter {
  /**
   * Makes pictures of a candidate.
   *
   * @param request the candidate with its pictures
   * @param context the context of the run
   * @return pictures and rejections
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when none could be made
   */
  Outpainting outpaint(OutpaintRequest request, StageContext context) throws InterruptedException;

  /**
   * {@return whether pictures show the request's background as it is, whatever use of it is
   * allowed; then products must stand where the background has free ground, while a generator can
   * build support under them. False unless overridden}
   */
  default boolean keepsBackground() {
    return false;
  }
}
