package org.brandimage.imaging.scene;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneView;
import org.jspecify.annotations.Nullable;

/**
 * The search for places in a view where products stand: every place of a lattice is scored by the
 * support of the footprints, by how near the products are to their real size, and by how low they
 * stand, since photographers leave the free ground in front. Immutable and thread-safe.
 */
final class GroundSearch {
  /** The share of a product's width that touches the ground. */
  private static final double TOUCHING = 0.92;

  /** Sizes to try, as factors on the wished one: a smaller product may find its whole ground. */
  private static final double[] SIZES = {1, 0.8, 0.64, 0.51};

  /** Where products stand best, as a share of the canvas' height, and how soon it matters. */
  private static final double LOW = 0.90;

  private static final double LOW_SPREAD = 0.22;

  private final SceneView view;
  private final GroundSupport support;
  private final StandingProducts products;
  private final Box safe;
  private final List<Box> zones;

  /**
   * A place for the products.
   *
   * @param left the column where the first begins
   * @param ground the row they stand on
   * @param sized their sizes there
   * @param support of the worst footprint, from 0 to 1
   * @param score the higher the better
   */
  record Spot(int left, int ground, StandingProducts.Sized sized, double support, double score) {
    double middle() {
      return left + sized.width() / 2.0;
    }
  }

  GroundSearch(
      SceneView view, GroundSupport support, StandingProducts products, Box safe, List<Box> zones) {
    this.view = view;
    this.support = support;
    this.products = products;
    this.safe = safe;
    this.zones = List.copyOf(zones);
  }

  /**
   * Returns the places whose middle is in a range of columns and whose ground is in a range of
   * rows, in no order.
   *
   * @param steps how many columns and rows are tried
   * @param wish a factor on the size
   */
  List<Spot> spots(double fromX, double toX, double fromY, double toY, int steps, double wish) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      int ground = (int) Math.round(fromY + (toY - fromY) * (i + 0.5) / steps);
      for (double size : SIZES) {
        StandingProducts.Sized sized = products.at(view, ground, wish * size);
        if (sized.factor() >= StandingProducts.LEAST_FACTOR || size == 1) {
          addRow(spots, ground, sized, fromX, toX, steps);
        }
      }
    }
    return spots;
  }

  private void addRow(
      List<Spot> spots,
      int ground,
      StandingProducts.Sized sized,
      double fromX,
      double toX,
      int steps) {
    for (int k = 0; k < steps; k++) {
      double middle = fromX + (toX - fromX) * (k + 0.5) / steps;
      Spot spot = spot(middle, ground, sized);
      if (spot != null) {
        spots.add(spot);
      }
    }
  }

  private @Nullable Spot spot(double middle, int ground, StandingProducts.Sized sized) {
    int left = (int) Math.round(middle - sized.width() / 2.0);
    left = Math.max(safe.x(), Math.min(left, safe.right() - sized.width()));
    Box box = new Box(left, ground - sized.height(), sized.width(), sized.height());
    if (!safe.contains(box) || zones.stream().anyMatch(zone -> zone.intersect(box).isPresent())) {
      return null;
    }
    double worst = 1;
    int x = left;
    for (Size size : sized.sizes()) {
      worst = Math.min(worst, supportOf(x, ground, size));
      x += size.width() + sized.gap();
    }
    return new Spot(left, ground, sized, worst, score(worst, ground, sized));
  }

  private double supportOf(int left, int ground, Size size) {
    double width = size.width() * TOUCHING;
    return support.of(view, left + (size.width() - width) / 2, width, ground).worst();
  }

  private double score(double worst, int ground, StandingProducts.Sized sized) {
    double low = (ground / (double) view.canvas().height() - LOW) / LOW_SPREAD;
    double size = Math.abs(Math.log(sized.factor()));
    return Math.pow(worst, 4) * Math.exp(-0.5 * low * low) * Math.exp(-0.2 * size) * sized.seen();
  }
}
