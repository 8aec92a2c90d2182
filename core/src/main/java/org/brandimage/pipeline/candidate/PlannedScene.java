package org.brandimage.pipeline.candidate;

import org.brandimage.imaging.compose.Compositor;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.retrieve.Scene;

/**
 * A scene on one canvas with its grid, and what draws the cells of the grid.
 *
 * @param scene the scene
 * @param caption its caption
 * @param canvas the canvas
 * @param overflow the share of a box that the canvas edges may hide
 * @param plan the grid
 * @param compositor draws its cells
 */
public record PlannedScene(
    Scene scene,
    Caption caption,
    CanvasSize canvas,
    double overflow,
    CompositionPlan plan,
    Compositor compositor) {
  /**
   * Puts a plan together with what draws it.
   *
   * @param request what was planned
   * @param plan the plan
   * @return the planned scene
   */
  public static PlannedScene of(PlanRequest request, CompositionPlan plan) {
    Compositor compositor =
        request
            .scene()
            .background()
            .map(
                background ->
                    Compositor.of(request.canvas(), request.products(), background.photos().get(0)))
            .orElseGet(() -> Compositor.of(request.canvas(), request.products()));
    return new PlannedScene(
        request.scene(),
        request.caption(),
        request.canvas(),
        request.grid().overflow(),
        plan,
        compositor);
  }

  /**
   * Returns a candidate's id within the whole run.
   *
   * @param candidateId the id within the plan
   * @return the id
   */
  public String idOf(String candidateId) {
    return scene.id() + "." + canvas + "." + candidateId;
  }
}
