package org.brandimage.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A product at one size and angle as a sparse template: at most 128 points inside with their
 * colours, and up to 48 points in a ring around it with the colours of the product's edge next to
 * them.
 *
 * <p>The score at a place is (1 - inner / outer) · √correlation, on the points no product stands
 * on. Inner is the mean squared difference of the points inside, each channel's mean set equal and
 * its offset beyond what light explains added; outer is the mean squared difference of the ring
 * from the product's edge, but no more than twice what the picture itself differs across that
 * outline; correlation is the normalised cross-correlation over all three channels. So a wall in
 * the product's colour or a backdrop that fades like it has no outline, and a thing of its outline
 * but other markings no correlation.
 */
final class ProductTemplate {
  private static final int POINTS = 128;
  private static final int QUICK_POINTS = 32;
  private static final int RING_POINTS = 48;
  private static final int FEWEST_POINTS = 24;
  private static final int FEWEST_RING_POINTS = 6;
  private static final int OPAQUE = 200;
  private static final double RING_START = 1.5;
  private static final double RING_END = 3;

  /** How far within the outline the edge is looked at, in pixels. */
  private static final double WITHIN = 1;

  /** A blurred edge shows this part of its squared difference at least: the inverse. */
  private static final double SEEN = 2;

  /**
   * The share of the product's own variance from which a place can be the product: a shadow or a
   * gradient may run like it, but is far paler.
   */
  private static final double FULL_CONTRAST = 0.4;

  /** Mean squared difference that noise and resampling alone make. */
  private static final double NOISE = 100;

  private final TemplatePoints inside;
  private final TemplatePoints quick;
  private final TemplatePoints ring;

  /** For each point of the ring the product's pixel next to it, a little within. */
  private final TemplatePoints edge;

  private final int step;

  private ProductTemplate(
      TemplatePoints inside,
      TemplatePoints quick,
      TemplatePoints ring,
      TemplatePoints edge,
      int step) {
    this.inside = inside;
    this.quick = quick;
    this.ring = ring;
    this.edge = edge;
    this.step = step;
  }

  /** Makes the template of a product layer turned by degrees; empty when it is too small. */
  static Optional<ProductTemplate> of(Thumbnail layer, Outline outline, double degrees) {
    Turn turn = new Turn(layer, degrees);
    List<TemplatePoints.Point> inside = new ArrayList<>();
    List<TemplatePoints.Point> ring = new ArrayList<>();
    List<TemplatePoints.Point> edge = new ArrayList<>();
    for (int i = 0; i < layer.argb().length; i++) {
      int x = i % layer.width();
      int y = i / layer.width();
      double distance = outline.distance(i);
      if (layer.alpha(i) >= OPAQUE) {
        inside.add(turn.point(x, y, layer.argb()[i]));
      } else if (!outline.inside(i) && distance >= RING_START && distance <= RING_END) {
        int foot = outline.nearest(i);
        int footX = foot % layer.width();
        int footY = foot / layer.width();
        ring.add(turn.point(x, y, layer.argb()[foot]));
        double in = WITHIN / distance;
        edge.add(
            turn.point(footX + in * (footX - x), footY + in * (footY - y), layer.argb()[foot]));
      }
    }
    if (inside.size() < FEWEST_POINTS || ring.size() < FEWEST_RING_POINTS) {
      return Optional.empty();
    }
    TemplatePoints all = TemplatePoints.of(sample(inside, POINTS));
    TemplatePoints quick = TemplatePoints.of(sample(inside, QUICK_POINTS));
    int step = Math.max(1, Math.max(layer.width(), layer.height()) / 15);
    return Optional.of(
        new ProductTemplate(
            all,
            quick,
            TemplatePoints.of(sample(ring, RING_POINTS)),
            TemplatePoints.of(sample(edge, RING_POINTS)),
            step));
  }

  /**
   * Turns pixels of a layer about its middle.
   *
   * @param layer the layer
   * @param degrees anticlockwise
   */
  private record Turn(Thumbnail layer, double degrees) {
    TemplatePoints.Point point(double column, double row, int argb) {
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      double x = column + 0.5 - layer.width() / 2.0;
      double y = row + 0.5 - layer.height() / 2.0;
      int dx = (int) Math.round(cos * x + sin * y);
      int dy = (int) Math.round(-sin * x + cos * y);
      return new TemplatePoints.Point(dx, dy, argb);
    }
  }

  /** The same points every time, spread over the whole. */
  private static List<TemplatePoints.Point> sample(List<TemplatePoints.Point> all, int most) {
    List<TemplatePoints.Point> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(1));
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }

  /** The best score anywhere in a field; 0 when nothing there is alike. */
  double best(SearchField field) {
    int left = -inside.left();
    int right = field.width() - inside.right();
    int bottom = field.height() - inside.bottom();
    double best = 0;
    for (int y = -inside.top(); y < bottom; y += step) {
      for (int x = left; x < right; x += step) {
        if (worthALook(field, x, y)) {
          best = Math.max(best, bestNear(field, x, y));
        }
      }
    }
    return best;
  }

  /** A coarse test on few points: free ground, changed pixels, and half-way alike. */
  private boolean worthALook(SearchField field, int x, int y) {
    int products = 0;
    int unchanged = 0;
    for (int i = 0; i < quick.size(); i++) {
      int at = quick.index(i, x, y, field.width());
      products += field.product(at) ? 1 : 0;
      unchanged += field.unchanged(at) ? 1 : 0;
    }
    if (products > quick.size() / 10 || unchanged > quick.size() / 3) {
      return false;
    }
    double limit = 0.75 * quick.variance() + 4 * NOISE;
    return quick.compare(field, x, y).difference() <= limit;
  }

  private double bestNear(SearchField field, int x, int y) {
    double best = 0;
    for (int dy = 1 - step; dy < step; dy++) {
      for (int dx = 1 - step; dx < step; dx++) {
        if (inside.fits(field, x + dx, y + dy)) {
          best = Math.max(best, score(field, x + dx, y + dy));
        }
      }
    }
    return best;
  }

  private double score(SearchField field, int x, int y) {
    TemplatePoints.Likeness likeness = inside.compare(field, x, y);
    double outer = outer(field, x, y);
    double alike = 1 - likeness.difference() / Math.max(outer, NOISE);
    double visible = Math.min(1, likeness.contrast() / FULL_CONTRAST);
    return Math.max(0, alike) * Math.sqrt(Math.max(0, likeness.correlation()) * visible);
  }

  /**
   * How much the ring differs from the product's edge, and no more than an edge is seen there: what
   * runs on smoothly, as a backdrop does, ends nowhere. 0 when too little of the ring is free.
   */
  private double outer(SearchField field, int x, int y) {
    double sum = 0;
    double seen = 0;
    int count = 0;
    int within = 0;
    for (int i = 0; i < ring.size(); i++) {
      if (ring.fits(field, x, y, i) && edge.fits(field, x, y, i)) {
        within++;
        int at = ring.index(i, x, y, field.width());
        if (!field.product(at)) {
          sum += ring.squaredDifference(field, i, at);
          seen += field.squaredDifference(at, edge.index(i, x, y, field.width()));
          count++;
        }
      }
    }
    return count < FEWEST_RING_POINTS ? 0 : Math.min(sum / count, SEEN * seen / within);
  }
}
