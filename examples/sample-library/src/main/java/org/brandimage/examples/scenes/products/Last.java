package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Outline;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;

/**
 * The body a shoe is built on: a footprint pulled up to a ridge line, its walls leaning inwards and
 * its shoulders rounded. The heel is at x = 0, the toe towards +x, y is up.
 *
 * @param footprint the outline in the xz plane
 * @param feather the height where the walls begin to lean, metres
 * @param ridge the height of the top at each x
 * @param slant the cosine of the ridge's slope at each x
 * @param shoulder the radius of the rounding at each x
 * @param lean how much the walls lean inwards at each x, metres per metre
 * @param back how far the heel's wall is moved towards the toe at each height
 */
record Last(
    Outline footprint,
    double feather,
    Profile ridge,
    Profile slant,
    Profile shoulder,
    Profile lean,
    Profile back)
    implements Sdf {

  /** The last with the slope of the ridge worked out. */
  static Last of(
      Outline footprint,
      double feather,
      Profile ridge,
      Profile shoulder,
      Profile lean,
      Profile back) {
    double[] xv = new double[80];
    for (int i = 0; i < 40; i++) {
      double x = i * 0.3 / 39;
      double slope = (ridge.at(x + 0.004) - ridge.at(x - 0.004)) / 0.008;
      xv[2 * i] = x;
      xv[2 * i + 1] = 1 / Math.sqrt(1 + slope * slope);
    }
    return new Last(footprint, feather, ridge, new Profile(xv), shoulder, lean, back);
  }

  @Override
  public double distance(double x, double y, double z) {
    double heel = x > 0.13 ? 0 : x < 0 ? 1 : 1 - x / 0.13;
    double xs = x - back.at(y) * heel * heel * (3 - 2 * heel);
    double above = Math.max(0, y - feather);
    double r = shoulder.at(x);
    double dx = footprint.distance(xs, z) + lean.at(x) * above * above / (above + 0.008) + r;
    double dy = (y - ridge.at(x)) * slant.at(x) + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  /** The outward direction at a point near the surface. */
  Vec normal(Vec p) {
    double e = 0.0008;
    double d = distance(p.x(), p.y(), p.z());
    return new Vec(
            distance(p.x() + e, p.y(), p.z()) - d,
            distance(p.x(), p.y() + e, p.z()) - d,
            distance(p.x(), p.y(), p.z() + e) - d)
        .unit();
  }

  /** The point of the surface above (x, z), at a distance outside it. */
  Vec surface(double x, double z, double outside) {
    double y = 0.2;
    for (int i = 0; i < 200; i++) {
      y -= 0.6 * (distance(x, y, z) - outside);
    }
    return new Vec(x, y, z);
  }
}
