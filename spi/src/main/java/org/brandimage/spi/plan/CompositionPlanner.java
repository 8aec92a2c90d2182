package org.brandimage.spi.plan;

import org.brandimage.spi.context.StageContext;

/**
 * The plan stage (stage 4), which decides how large each product is and lays out the grid.
 * Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): P1 every candidate places every product once, P2 by a photo
 * it has; P3 boxes lie inside the canvas, out of its safe margin and zones; P4 no two boxes of one
 * candidate overlap; P5 ids repeat for the same request; P6 there are never more than {@code
 * maxCandidates}; P7 a box is as large as its rotated cut-out; P8 rotations are the grid's; P9
 * cut-outs keep their proportions.
 */
@FunctionalInterface
public interface CompositionPlanner {
  /**
   * Plans a composition.
   *
   * @param request the scene and its cut-outs
   * @param context the context of the run
   * @return the grid of candidates
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the products do not fit the canvas
   */
  CompositionPlan plan(PlanRequest request, StageContext context) throws InterruptedException;
}
