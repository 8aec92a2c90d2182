package org.brandimage.pipeline.candidate;

import java.util.Optional;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.raster.CroppedSource;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.scene.SceneView;
import org.jspecify.annotations.Nullable;

/**
 * A scene on one canvas, with its grid and the compositor that draws the grid's cells.
 *
 * @param scene the scene
 * @param caption its caption
 * @param canvas the canvas
 * @param overflow the share of a box that the canvas edges may hide
 * @param plan the grid
 * @param compositor the compositor that draws its cells
 * @param shown the part of the background that the canvas shows, or null when there is none
 * @param sceneView what that part shows, or null when it was not read or is not kept
 */
public record PlannedScene(
    Scene scene,
    Caption caption,
    CanvasSize canvas,
    double overflow,
    CompositionPlan plan,
    Compositor compositor,
    @Nullable ImageSource shown,
    @Nullable SceneView sceneView) {
  /**
   * Creates a planned scene with a new compositor.
   *
   * @param request the request of the plan
   * @param plan the plan
   * @return the planned scene
   */
  public static PlannedScene of(PlanRequest request, CompositionPlan plan) {
    ImageSource shown =
        request.scene().background().map(asset -> shown(asset.photos().get(0), plan)).orElse(null);
    Compositor compositor =
        shown == null
            ? Compositor.of(request.canvas(), request.products())
            : Compositor.of(request.canvas(), request.products(), shown);
    return new PlannedScene(
        request.scene(),
        request.caption(),
        request.canvas(),
        request.grid().overflow(),
        plan,
        compositor,
        shown,
        shown == null || !request.upright() ? null : sceneView(request, plan));
  }

  private static @Nullable SceneView sceneView(PlanRequest request, CompositionPlan plan) {
    Size canvas = request.canvas().size();
    return request
        .sceneMap()
        .map(
            map ->
                plan.crop() == null
                    ? SceneView.covering(map, canvas)
                    : SceneView.of(map, plan.crop(), canvas))
        .orElse(null);
  }

  private static ImageSource shown(ImageSource photo, CompositionPlan plan) {
    return plan.crop() == null ? photo : new CroppedSource(photo, plan.crop());
  }

  /** {@return the part of the background that the canvas shows, or empty when there is none} */
  public Optional<ImageSource> background() {
    return Optional.ofNullable(shown);
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
