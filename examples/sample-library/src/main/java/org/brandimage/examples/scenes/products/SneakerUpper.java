package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/** The leather upper of a sneaker: a shell with padded collar, and panels laid on it in layers. */
final class SneakerUpper {

  private final SneakerShape s;
  private final Profile padding =
      new Profile(
          0, 0.0062, 0.06, 0.0075, 0.095, 0.0075, 0.118, 0.0045, 0.15, 0.0030, 0.29, 0.0030);

  SneakerUpper(SneakerShape shape) {
    this.s = shape;
  }

  Solid solid() {
    Sdf body = this::distance;
    return Solid.sdf(body.safe(0.8), Bounds.of(-0.006, 0.018, -0.056, 0.292, 0.1255, 0.060))
        .paint(this::material)
        .bump(this::relief);
  }

  /** How far a point is beyond the edge of the leather at the collar and the throat. */
  private double cut(double x, double y, double z) {
    return -Sdf.smoothMin(-s.topline.distance(x, y), throatAt(x, z), 0.010);
  }

  private double throatAt(double x, double z) {
    return s.throat.distance(x, z);
  }

  private double distance(double x, double y, double z) {
    double d = s.last.distance(x, y, z);
    if (d > 0.006) {
      return d - 0.003;
    }
    double v = cut(x, y, z);
    double t = padding.at(x) / 2;
    double u = d + t;
    double shell = v > 0 ? Math.sqrt(u * u + v * v) - t : Math.abs(u) - t;
    double best = shell;
    best = Math.min(best, sheet(d, Math.max(s.quarter.distance(x, y), v), 0.0009));
    best = Math.min(best, sheet(d, Math.max(s.guard.distance(x, y), v), 0.0013));
    double counter = Math.max(s.counter.distance(x, y), v);
    best = Math.min(best, sheet(d, counter, 0.0021));
    best = Math.min(best, sheet(d, Math.max(s.tab.distance(x, y), v - 0.0005), 0.0026));
    return Math.min(best, sheet(d, eyestay(x, y, v), 0.0022));
  }

  /**
   * A layer of leather between the shell's middle and a height above it, with a small round edge.
   */
  private static double sheet(double d, double region, double height) {
    double r = 0.0007;
    double dx = region + r;
    double dy = Math.max(d - height, -d - 0.0012) + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  private double eyestay(double x, double y, double v) {
    return Math.max(s.eyestay.distance(x, y), v);
  }

  private Material material(Vec p, Vec n) {
    double x = p.x();
    double y = p.y();
    double d = s.last.distance(x, y, p.z());
    double inner = -0.62 * padding.at(x);
    if (d < inner) {
      return lining(p);
    }
    boolean navy = s.tab.distance(x, y) < 0.0001 && d > 0.0012;
    Vec hide = navy ? Vec.srgb(0x1f2f52) : Vec.srgb(0xdedcd6);
    Material m = Material.glossy(hide, 0.38).withSpecular(0.5);
    if (threads(p) > 0.05) {
      return Material.matte(navy ? Vec.srgb(0x3a4d75) : Vec.srgb(0xe6e2d8));
    }
    if (!navy && suede(p)) {
      return Leather.suede(Vec.srgb(0xb9b1a4), p);
    }
    if (hole(p) > 0.3) {
      return Material.matte(Vec.grey(0.03));
    }
    return Leather.toned(m, p, 0.035);
  }

  private boolean suede(Vec p) {
    return s.guard.distance(p.x(), p.y()) < 0.0003 || s.counter.distance(p.x(), p.y()) < 0.0003;
  }

  private static Material lining(Vec p) {
    double knit = Math.sin(p.x() * 5200) * Math.sin(p.y() * 5200 + p.z() * 3600);
    return Material.matte(Vec.srgb(0xb9bcc2).times(1 + 0.10 * knit)).withSheen(Vec.grey(0.08));
  }

  /** Rows of ventilation holes punched into the toe box; 1 in a hole. */
  private double hole(Vec p) {
    if (p.x() < 0.205 || p.x() > 0.262 || s.guard.distance(p.x(), p.y()) < 0.0045) {
      return 0;
    }
    double pitch = 0.0072;
    double front = 0.0072 * Math.round((p.x() - 0.2212) / pitch) + 0.2212;
    int row = (int) Math.round((p.x() - 0.2212) / pitch);
    int most = 5 - row;
    if (row < 0 || row > 4) {
      return 0;
    }
    double zc = p.z() - 0.0005;
    double shift = row % 2 * 0.5;
    double k = Math.round(zc / pitch - shift) + shift;
    if (Math.abs(k) > most / 2.0) {
      return 0;
    }
    double dx = p.x() - front;
    double dz = zc - k * pitch;
    return Noise.step(0.0011, 0.0007, Math.sqrt(dx * dx + dz * dz));
  }

  private double threads(Vec p) {
    double[] sum = {0};
    rows(p, (row, across, px, py) -> sum[0] = Math.max(sum[0], row.thread(across, px, py)));
    return sum[0];
  }

  private double relief(double x, double y, double z) {
    Vec p = new Vec(x, y, z);
    double[] sum = {Leather.grain(p, 0.0011, 0.00015)};
    rows(p, (row, across, px, py) -> sum[0] += row.relief(across, px, py));
    sum[0] -= 0.0008 * hole(p);
    return sum[0] + creases(p);
  }

  /** Soft folds across the ball of the foot, where the leather bends. */
  private static double creases(Vec p) {
    double where = Noise.step(0.172, 0.192, p.x()) * Noise.step(0.222, 0.202, p.x());
    if (where == 0) {
      return 0;
    }
    double wave =
        p.x() + 0.25 * Math.abs(p.z()) + 0.004 * Noise.fractal(p.x() * 60, 1, p.z() * 40, 2);
    return 0.00035 * where * Math.sin(wave * 2 * Math.PI / 0.0125);
  }

  private interface RowUse {
    void use(Stitch row, double across, double x, double y);
  }

  /** Visits the rows of stitches on the panel that is uppermost at a point. */
  private void rows(Vec p, RowUse use) {
    double x = p.x();
    double y = p.y();
    double tab = s.tab.distance(x, y);
    double counter = s.counter.distance(x, y);
    double eyestay = eyestay(x, y, cut(x, y, p.z()));
    if (tab < 0) {
      use.use(s.tabRow, tab + 0.0022, x, y);
      return;
    }
    use.use(s.toplineRow, s.topline.distance(x, y) + 0.0105, x, y);
    if (eyestay < 0) {
      double throat = throatAt(x, p.z());
      use.use(s.eyestayRow, s.eyestay.distance(x, y) + 0.0020, x, y);
      use.use(s.throatRow, throat - 0.0022, x, p.z());
    } else if (counter < 0) {
      use.use(s.counterRow, counter + 0.0020, x, y);
      use.use(s.counterRow, counter + 0.0046, x, y);
    } else {
      under(p, use);
    }
  }

  private void under(Vec p, RowUse use) {
    double guard = s.guard.distance(p.x(), p.y());
    double quarter = s.quarter.distance(p.x(), p.y());
    if (guard < 0) {
      use.use(s.guardRow, guard + 0.0020, p.x(), p.y());
      use.use(s.guardRow, guard + 0.0045, p.x(), p.y());
    } else if (quarter < 0) {
      use.use(s.quarterRow, quarter + 0.0020, p.x(), p.y());
    }
  }
}
