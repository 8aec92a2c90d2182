package org.brandimage.spi.plan;

import org.brandimage.spi.context.StageContext;

/**
 * Stage 4: decides how large each product is and lays out the grid. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): every candidate places every product once; boxes lie inside
 * the canvas; no two boxes of one candidate hide each other; ids are unique and repeat for the same
 * request; there are never more than {@code maxCandidates}.
 */
@FunctionalInterface
public interface CompositionPlanner {
  /**
   * Plans a composition.
   *
   * @param request the scene and its cut-outs
   * @param context the run
   * @return the grid
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the products do not fit the canvas
   */
  CompositionPlan plan(PlanRequest request, StageContext context) throws InterruptedException;
}
