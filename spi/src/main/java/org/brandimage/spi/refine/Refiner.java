package org.brandimage.spi.refine;

import org.brandimage.spi.context.StageContext;

/**
 * A step that decides which stages to repeat, and how, after a failed round or a person's feedback.
 * Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): F1 only pluggable stages are named; F2 a round with nothing
 * to correct gives an empty refinement, which ends the loop; F3 a person's wish is never dropped;
 * F4 every stage named has a note.
 */
@FunctionalInterface
public interface Refiner {
  /**
   * Refines a round.
   *
   * @param request the results of the round
   * @param context the context of the run
   * @return the changes for the next round
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Refinement refine(RefineRequest request, StageContext context) throws InterruptedException;
}
