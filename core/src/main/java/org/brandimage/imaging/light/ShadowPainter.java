package org.brandimage.imaging.light;

import java.util.Objects;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;

/**
 * A painter of the shadow that a product casts on the ground, computed from its silhouette alone.
 * Two parts add up: the contact shadow, dark and narrow where the silhouette touches the ground and
 * wide and faint under overhanging parts; and the cast shadow, the silhouette laid along the ground
 * away from the light, softer and fainter the farther from the product. A product that stands on
 * one corner is dark at that corner only.
 *
 * <p>Stateless and thread-safe. Works on a copy of at most {@value #WORKING_SIDE} pixels a side, so
 * the cost is that of reading the product once and about a hundred passes over the small copy.
 */
public final class ShadowPainter {
  private static final int WORKING_SIDE = 320;

  /** Rows of ground seen for one row of the same length seen upright: a camera 20° above. */
  private static final double FORESHORTENING = 0.34;

  private static final double[] BANDS = {0, 0.1, 0.25, 0.5, 1.0};

  private final FloatImage body;
  private final GroundContact contact;
  private final FloatImage shadow;
  private final int offsetX;
  private final int offsetY;
  private final double size;
  private final Throw cast;

  private ShadowPainter(FloatImage body, double tilt, LightEstimate light) {
    this.body = body;
    this.size = Math.sqrt((double) body.width() * body.height());
    double roundness = size * (Math.abs(tilt) > 4 ? 0.025 : 0.07);
    this.contact = GroundContact.of(body, tilt, roundness);
    this.cast = Throw.of(light);
    double reach = body.height() * Math.abs(cast.across);
    this.offsetX = (int) Math.ceil(reach + 0.55 * size) + 2;
    double away = Math.max(0, -cast.towards) * body.height();
    this.offsetY = (int) Math.ceil(away + 0.5 * size - contact.base()) + 2;
    double towards = Math.max(0, cast.towards) * body.height();
    int bottom = (int) Math.ceil(contact.base() + towards + 0.45 * size) + 2;
    this.shadow = new FloatImage(body.width() + 2 * offsetX, Math.max(1, bottom + offsetY));
  }

  /**
   * Paints the shadow of one product.
   *
   * @param productLayer the products in their places, transparent elsewhere
   * @param product the product's place in the layer; parts outside the layer count as empty
   * @param tilt degrees the product is turned counter-clockwise from how it stands
   * @param light the light that throws the shadow
   * @return the shadow, which is zero everywhere when nothing in the place is visible
   */
  public static GroundShadow paint(
      RasterImage productLayer, Box product, double tilt, LightEstimate light) {
    Objects.requireNonNull(light, "light");
    int step =
        Math.max(1, -Math.floorDiv(-Math.max(product.width(), product.height()), WORKING_SIDE));
    FloatImage body = silhouette(productLayer, product, step);
    ShadowPainter painter = new ShadowPainter(body, tilt, light);
    painter.paintContact();
    painter.paintCast();
    Box region =
        new Box(
            product.x() - painter.offsetX * step,
            product.y() - painter.offsetY * step,
            painter.shadow.width() * step,
            painter.shadow.height() * step);
    return new GroundShadow(region, painter.shadow, step, light.warmth());
  }

  /** The mean coverage of step x step pixels. */
  private static FloatImage silhouette(RasterImage layer, Box product, int step) {
    int width = -Math.floorDiv(-product.width(), step);
    int height = -Math.floorDiv(-product.height(), step);
    FloatImage plane = new FloatImage(width, height);
    Box seen = product.intersect(layer.size().bounds()).orElse(null);
    if (seen == null) {
      return plane;
    }
    float share = 1f / (255 * step * step);
    int[] row = new int[seen.width()];
    for (int y = seen.y(); y < seen.bottom(); y++) {
      layer.copyRegion(new Box(seen.x(), y, seen.width(), 1), row, 0, seen.width());
      int target = (y - product.y()) / step * width;
      for (int x = 0; x < row.length; x++) {
        plane.values()[target + (seen.x() - product.x() + x) / step] += (row[x] >>> 24) * share;
      }
    }
    return plane;
  }

  /** Three layers: the dark line of contact, the dimness close by, and the room it takes. */
  private void paintContact() {
    layContact(0.016, 0.009, 0.90, 0.025);
    layContact(0.06, 0.035, 0.62, 0.06);
    layContact(0.22, 0.095, 0.42, 0.10);
  }

  private void layContact(double reach, double blur, double darkness, double depth) {
    FloatImage layer = new FloatImage(shadow.width(), shadow.height());
    int rows = (int) Math.max(1, Math.round(depth * size));
    // What the blur takes away at the visible front edge, a small step forward gives back.
    double forward = 0.7 * blur * size;
    for (int x = 0; x < contact.columns(); x++) {
      if (!contact.occupied(x)) {
        continue;
      }
      double height = contact.overhang(x) / (reach * size + 1);
      float value = (float) Math.exp(-height * height);
      int ground = (int) Math.round(contact.ground(x) + forward);
      for (int y = ground - rows; y <= ground; y++) {
        layer.raise(x + offsetX, y + offsetY, value);
      }
    }
    layer.blur(blur * size, 0.5 * blur * size);
    mergeLayer(layer, darkness);
  }

  /** The silhouette in overlapping bands by height, each with its own softness. */
  private void paintCast() {
    FloatImage sum = new FloatImage(shadow.width(), shadow.height());
    int thickness = (int) Math.round(0.16 * Math.min(body.width(), size));
    for (int band = 0; band < BANDS.length; band++) {
      FloatImage layer = new FloatImage(shadow.width(), shadow.height());
      project(layer, band);
      layer.smearUp(thickness);
      double sigma = size * (0.012 + cast.blur * BANDS[band]);
      layer.blur(sigma, (0.35 + 0.4 * Math.abs(cast.towards)) * sigma);
      float[] target = sum.values();
      for (int i = 0; i < target.length; i++) {
        target[i] += layer.values()[i];
      }
    }
    mergeLayer(sum, cast.darkness);
  }

  private void project(FloatImage layer, int band) {
    for (int x = 0; x < body.width(); x++) {
      if (!contact.occupied(x)) {
        continue;
      }
      double ground = contact.ground(x);
      for (int y = 0; y < body.height(); y++) {
        float cover = body.get(x, y);
        double height = Math.max(0, ground - y);
        double share = height / body.height();
        float value = (float) (cover * weight(band, share) * Math.exp(-cast.fading * share));
        if (value > 0) {
          layer.raise(
              (int) Math.round(x + cast.across * height) + offsetX,
              (int) Math.round(ground + cast.towards * height) + offsetY,
              value);
        }
      }
    }
  }

  /** A tent around each band's height; all tents add up to one. */
  private static double weight(int band, double height) {
    double low = band == 0 ? -1 : BANDS[band - 1];
    double high = band == BANDS.length - 1 ? 2 : BANDS[band + 1];
    double centre = BANDS[band];
    double distance =
        height < centre ? (centre - height) / (centre - low) : (height - centre) / (high - centre);
    return Math.max(0, 1 - distance);
  }

  /** Light that passes one layer is what the next can still take away. */
  private void mergeLayer(FloatImage layer, double darkness) {
    float[] target = shadow.values();
    for (int i = 0; i < target.length; i++) {
      float blocked = (float) (darkness * Math.min(1, layer.values()[i]));
      target[i] = 1 - (1 - target[i]) * (1 - blocked);
    }
  }

  /**
   * Where and how the cast shadow falls.
   *
   * @param across columns a point casts sideways for each row of its height
   * @param towards rows towards the viewer (below the ground line) for each row of its height
   * @param blur share of the product's size by which its top is blurred
   * @param darkness share of light missing next to the product
   * @param fading e-folds of light that come back up to the product's top
   */
  private record Throw(double across, double towards, double blur, double darkness, double fading) {
    static Throw of(LightEstimate light) {
      double lift = 0.35 + 0.4 * light.strength();
      double depth = FORESHORTENING * (1.9 * light.behind() - 0.75);
      return new Throw(
          -light.side() * lift * 1.25,
          depth * lift * 1.6,
          0.02 + 0.17 * light.softness(),
          Math.min(0.8, (0.25 + 0.6 * light.strength()) * (1.1 - 0.35 * light.softness())),
          0.25 + 1.0 * light.softness());
    }
  }
}
