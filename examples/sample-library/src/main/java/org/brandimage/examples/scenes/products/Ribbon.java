package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;

/** A flat band along a curve, its flat side facing given normals: laces, straps, handles. */
final class Ribbon implements Sdf {

  private final Vec[] points;
  private final Vec[] normals;
  private final double half;
  private final double thick;
  private final double round;

  /**
   * A band.
   *
   * @param points the curve
   * @param normals the direction the flat side faces at each point, unit
   * @param size width, thickness and radius of the edges, metres
   */
  Ribbon(Vec[] points, Vec[] normals, double... size) {
    this.points = points.clone();
    this.normals = normals.clone();
    half = size[0] / 2;
    thick = size[1] / 2;
    round = size[2];
  }

  @Override
  public double distance(double x, double y, double z) {
    double best = Double.MAX_VALUE;
    int at = 0;
    double part = 0;
    for (int i = 0; i + 1 < points.length; i++) {
      Vec a = points[i];
      Vec b = points[i + 1];
      double ex = b.x() - a.x();
      double ey = b.y() - a.y();
      double ez = b.z() - a.z();
      double wx = x - a.x();
      double wy = y - a.y();
      double wz = z - a.z();
      double l2 = Math.max(ex * ex + ey * ey + ez * ez, 1e-18);
      double h = Sdf.clamp((wx * ex + wy * ey + wz * ez) / l2, 0, 1);
      double dx = wx - ex * h;
      double dy = wy - ey * h;
      double dz = wz - ez * h;
      double d = dx * dx + dy * dy + dz * dz;
      if (d < best) {
        best = d;
        at = i;
        part = h;
      }
    }
    double far = Math.sqrt(best) - Math.hypot(half, thick);
    return far > 0.004 ? far : section(at, part, new Vec(x, y, z));
  }

  private double section(int i, double h, Vec p) {
    Vec tangent = points[i + 1].minus(points[i]).unit();
    Vec n = normals[i].mix(normals[i + 1], h);
    n = n.along(tangent, -n.dot(tangent)).unit();
    Vec w = p.minus(points[i].mix(points[i + 1], h));
    double up = w.dot(n);
    double along = w.dot(tangent);
    double side = Math.sqrt(Math.max(0, w.dot(w) - up * up - along * along));
    double dx = side - half + round;
    double dy = Math.abs(up) - thick + round;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    double flat = Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - round;
    return Math.max(flat, Math.abs(along) - 0.0004);
  }

  /** A box that holds the band. */
  Bounds bounds() {
    Bounds all = new Bounds(points[0], points[0]);
    for (Vec p : points) {
      all = all.union(new Bounds(p, p));
    }
    return all.grow(half + thick);
  }
}
