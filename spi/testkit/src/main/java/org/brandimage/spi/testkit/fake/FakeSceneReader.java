package org.brandimage.spi.testkit.fake;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneReader;
import org.brandimage.spi.scene.SceneRequest;
import org.brandimage.spi.scene.ShareGrid;

/**
 * A scene reader that takes the lower half of every photo for ground, the middle for the horizon,
 * and one metre for the width, unless the request's facts say otherwise. Thread-safe.
 */
public final class FakeSceneReader implements SceneReader {
  private static final Size GRID = new Size(16, 16);

  /** Creates a scene reader. */
  public FakeSceneReader() {}

  @Override
  public SceneMap read(SceneRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    Size photo = request.photo().raster().size();
    context.checkActive();
    SceneFacts facts = request.facts();
    SceneMap.Builder map =
        SceneMap.builder(photo, facts.ground().isEmpty() ? lowerHalf() : ground(facts.ground()))
            .source("ground", facts.ground().isEmpty() ? "lower half" : "library")
            .horizon(facts.horizon().orElse(0.5), "fake")
            .frameWidth(new FrameWidth(facts.widthCm().orElse(100), 0.75), "fake")
            .light(facts.light().orElse("diffuse"), "fake");
    if (!facts.usable().orElse(true)) {
      map.unusable("The library says so.");
    }
    return map.build();
  }

  private static ShareGrid lowerHalf() {
    float[] values = new float[(int) GRID.pixels()];
    for (int i = values.length / 2; i < values.length; i++) {
      values[i] = 1;
    }
    return ShareGrid.of(GRID, values);
  }

  private static ShareGrid ground(List<List<Point>> polygons) {
    float[] values = new float[(int) GRID.pixels()];
    for (int row = 0; row < GRID.height(); row++) {
      for (int column = 0; column < GRID.width(); column++) {
        double x = (column + 0.5) / GRID.width();
        double y = (row + 0.5) / GRID.height();
        boolean inside = polygons.stream().anyMatch(polygon -> contains(polygon, x, y));
        values[row * GRID.width() + column] = inside ? 1 : 0;
      }
    }
    return ShareGrid.of(GRID, values);
  }

  private static boolean contains(List<Point> polygon, double x, double y) {
    boolean inside = false;
    Point from = polygon.get(polygon.size() - 1);
    for (Point to : polygon) {
      if (from.y() > y != to.y() > y
          && x < from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x())) {
        inside = !inside;
      }
      from = to;
    }
    return inside;
  }
}
