package org.brandimage.local.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.imaging.scene.GroundPlacer;
import org.brandimage.imaging.scene.SceneFraming;
import org.brandimage.scene.ProductHeight;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneView;

/** Plans on the free ground of a background that is kept as it is. */
final class GroundPlan {
  private GroundPlan() {}

  /**
   * Returns a plan whose products stand upright on free ground at their real size, or empty when
   * the request asks for rotations of its own, the background was not read, or nothing can stand in
   * it.
   */
  static Optional<CompositionPlan> of(
      PlanRequest request, List<ProductHeight> heights, double wish) {
    boolean usual = request.grid().rotations().equals(Grid.DEFAULT.rotations());
    if (!request.upright() || !usual || request.sceneMap().isEmpty()) {
      return Optional.empty();
    }
    SceneMap map = request.sceneMap().get();
    List<Double> centimetres = heights.stream().map(ProductHeight::cm).toList();
    List<Double> aspects =
        request.products().stream()
            .map(product -> product.photos().get(0).image().size())
            .map(size -> (double) size.width() / size.height())
            .toList();
    SceneView view =
        SceneFraming.of(map, request.canvas(), centimetres, aspects, request.safeMargin()).view();
    GroundPlacer.Layout layout =
        GroundPlacer.of(view, request.safeMargin(), request.safeZones(), request.grid())
            .place(request.products(), centimetres, wish);
    return layout.candidates().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CompositionPlan(
                layout.candidates(), rationale(heights, view, layout), view.crop()));
  }

  private static String rationale(
      List<ProductHeight> heights, SceneView view, GroundPlacer.Layout layout) {
    List<String> parts = new ArrayList<>();
    for (Placement placement : layout.candidates().get(0).placements()) {
      ProductHeight height = heights.get(placement.product());
      parts.add(
          String.format(
              Locale.ROOT,
              "%s about %.0f cm high (%s), shown %d px high%s",
              height.name(),
              Math.max(1, height.cm()),
              height.source(),
              placement.height(),
              factor(height, placement, view)));
    }
    String source = view.map().sources().getOrDefault("frameWidth", "no known scale");
    String left = layout.notes().isEmpty() ? "" : "; " + String.join("; ", layout.notes());
    return String.join("; ", parts) + ", on free ground, scale from " + source + left + ".";
  }

  private static String factor(ProductHeight height, Placement placement, SceneView view) {
    return view.centimetresPerPixel(placement.box().bottom()).stream()
        .mapToObj(
            cm ->
                String.format(
                    Locale.ROOT, " (%.1f of its real size)", placement.height() * cm / height.cm()))
        .findFirst()
        .orElse("");
  }
}
