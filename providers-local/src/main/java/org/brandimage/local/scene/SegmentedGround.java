package org.brandimage.local.scene;

import java.util.List;
import org.brandimage.scene.FootprintSearch;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.ShareGrid;

/** The means of what segmenters say of each cell of a map. */
final class SegmentedGround {
  /** Photos with less ground in their lower half are refused, if there is no clear place. */
  private static final double LEAST_GROUND = 0.03;

  /** A footprint so well supported by colour and contours keeps a photo from being refused. */
  private static final double CLEAR_PLACE = 0.8;

  private static final float SURE = 0.5f;
  private static final double FOOTPRINT = 0.36;
  private static final double MOST_CONFIDENCE = 0.95;
  private static final int SUBDIVISION = 3;

  private final Size grid;
  private final float[] ground;
  private final float[] never;

  private SegmentedGround(Size grid) {
    this.grid = grid;
    this.ground = new float[Math.toIntExact(grid.pixels())];
    this.never = new float[ground.length];
  }

  static SegmentedGround of(List<GroundSegmenter.Shares> all, Size grid) {
    SegmentedGround mean = new SegmentedGround(grid);
    all.forEach(shares -> mean.add(shares, 1f / (all.size() * SUBDIVISION * SUBDIVISION)));
    return mean;
  }

  /** Adds the mean of a network's cells within each of ours. */
  private void add(GroundSegmenter.Shares shares, float weight) {
    for (int cell = 0; cell < ground.length; cell++) {
      for (int part = 0; part < SUBDIVISION * SUBDIVISION; part++) {
        double across = (part % SUBDIVISION + 0.5) / SUBDIVISION;
        double down = (Math.floorDiv(part, SUBDIVISION) + 0.5) / SUBDIVISION;
        double x = (cell % grid.width() + across) / grid.width();
        double y = (Math.floorDiv(cell, grid.width()) + down) / grid.height();
        ground[cell] += weight * shares.ground(x, y);
        never[cell] += weight * shares.never(x, y);
      }
    }
  }

  /** Returns a map whose ground is what the networks or the reader without them find. */
  SceneMap combined(SceneMap map, SceneFacts facts) {
    float[] combined = map.ground().toArray();
    for (int i = 0; i < combined.length; i++) {
      combined[i] = Math.max(Math.min(1, ground[i]), combined[i] * (1 - Math.min(1, never[i])));
    }
    ShareGrid free = ShareGrid.of(grid, combined);
    Size photo = map.photo();
    double width = FOOTPRINT * Math.min(photo.width(), photo.height()) / photo.width();
    double support =
        FootprintSearch.on(free, photo).best(width).map(place -> place.support()).orElse(0.0);
    SceneMap.Builder copy =
        map.toBuilder()
            .ground(free)
            .confidence(Math.min(1, Math.max(0, MOST_CONFIDENCE * support)))
            .source("ground", "segmenters, colour and contours");
    double share = lowerHalf();
    if (facts.usable().isEmpty() && share < LEAST_GROUND && support < CLEAR_PLACE) {
      copy.unusable(
          String.format(
              java.util.Locale.ROOT,
              "Only %.1f %% of the photo's lower half is ground.",
              100 * share));
      copy.source("usable", "segmenters");
    }
    return copy.build();
  }

  /** Returns the share of the lower half in which the networks are sure of ground. */
  private double lowerHalf() {
    int from = Math.floorDiv(grid.height(), 2) * grid.width();
    int sure = 0;
    for (int i = from; i < ground.length; i++) {
      sure += ground[i] >= SURE ? 1 : 0;
    }
    return sure / (double) (ground.length - from);
  }
}
