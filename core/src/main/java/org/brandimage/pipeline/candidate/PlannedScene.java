package org.brandimage.pipeline.candidate;

import org.brandimage.imaging.compose.Compositor;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.retrieve.Scene;

/**
 * A scene on one canvas, with its grid and the compositor that draws the grid's cells.
 *
 * @param scene the scene
 * @param caption its caption
 * @param canvas the canvas
 * @param overflow the share of a box that the canvas edges may hide
 * @param plan the grid
 * @param compositor the compositor that draws its cells
 */
public record PlannedScene(
    Scene scene,
    Caption caption,
    CanvasSize canvas,
    double overflow,
    CompositionPlan plan,
    Compositor compositor) {
  /**
   * Creates a planned scene with a new compositor.
   *
   * @param request the request of the plan
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
   * {@return a candidate's id within the whole run}
   *
   * @param candidateId the id within the plan
   */
  public String idOf(String candidateId) {
    return scene.id() + "." + canvas + "." + candidateId;
  }
}
