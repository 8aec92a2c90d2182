package org.brandimage.local.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.ShareGrid;

/** What a detector found: it must not be covered, and things of known size give the scale. */
final class DetectedObjects {
  /** Products may stand on these. */
  private static final Set<String> CARRIES = Set.of("dining table", "bench", "bed");

  /** The median error of a width by an object, on 39 photos. */
  private static final double ERROR = 1.17;

  private static final float TAKEN = 0.9f;
  private static final double LEAST_HEIGHT = 0.03;

  private final List<YoloxDetector.Found> found;

  private record Estimate(String label, double centimetres, double row) {}

  private DetectedObjects(List<YoloxDetector.Found> found) {
    this.found = found;
  }

  static DetectedObjects of(List<YoloxDetector.Found> found) {
    return new DetectedObjects(found);
  }

  SceneMap described(SceneMap map, SceneFacts facts) {
    SceneMap.Builder copy = map.toBuilder();
    if (facts.ground().isEmpty() && !found.isEmpty()) {
      copy.occupied(occupied(map.occupied()));
      copy.source("occupied", "detector and contours");
    }
    if (facts.widthCm().isEmpty()) {
      estimate(map)
          .ifPresent(
              width ->
                  copy.frameWidth(
                      new FrameWidth(width.centimetres, width.row, ERROR),
                      SizedObjects.described(width.label)));
    }
    return copy.build();
  }

  private ShareGrid occupied(ShareGrid before) {
    Size grid = before.size();
    float[] values = before.toArray();
    for (YoloxDetector.Found thing : found) {
      if (!CARRIES.contains(thing.label())) {
        for (int i = 0; i < values.length; i++) {
          double x = (i % grid.width() + 0.5) / grid.width();
          double y = (Math.floorDiv(i, grid.width()) + 0.5) / grid.height();
          if (x > thing.x()
              && x < thing.x() + thing.width()
              && y > thing.y()
              && y < thing.bottom()) {
            values[i] = Math.max(values[i], TAKEN);
          }
        }
      }
    }
    return ShareGrid.of(grid, values);
  }

  /** Returns the middle one of the widths that things of known size give. */
  private Optional<Estimate> estimate(SceneMap map) {
    double aspect = map.photo().width() / (double) map.photo().height();
    boolean level = !map.sources().getOrDefault("horizon", "").startsWith("usual");
    double horizon = map.horizon().orElse(0);
    List<Estimate> estimates = new ArrayList<>();
    for (YoloxDetector.Found thing : found) {
      Optional<Double> width = SizedObjects.frameWidthCm(thing, aspect);
      if (width.isPresent() && !thing.cutOff() && thing.height() >= LEAST_HEIGHT) {
        // Without a horizon the scale is taken to be that of the ground, wherever the thing stands.
        double row = level ? Math.min(1, thing.bottom()) : groundRow(map);
        if (row > horizon + 0.02) {
          String label = thing.label().toLowerCase(Locale.ROOT);
          estimates.add(new Estimate(label, width.get(), row));
        }
      }
    }
    estimates.sort(java.util.Comparator.comparingDouble(one -> atBottom(one, horizon, level)));
    return estimates.isEmpty()
        ? Optional.empty()
        : Optional.of(estimates.get(Math.floorDiv(estimates.size(), 2)));
  }

  /** Returns the width at the photo's lower edge, so that those of several rows compare. */
  private static double atBottom(Estimate one, double horizon, boolean level) {
    return level ? one.centimetres * (one.row - horizon) / (1 - horizon) : one.centimetres;
  }

  private static double groundRow(SceneMap map) {
    return map.frameWidth().map(FrameWidth::row).orElse(0.75);
  }
}
