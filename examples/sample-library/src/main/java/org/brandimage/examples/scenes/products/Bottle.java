package org.brandimage.examples.scenes.products;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Outline;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/** A clear glass bottle of amber cordial with a paper label and a corked neck. */
final class Bottle {

  private static final double RADIUS = 0.0385;
  private static final double FILL = 0.1985;

  private Bottle() {}

  static Scene scene() {
    return Studio.bright(0.27, 0.132, 8, List.of(glass(), label(), cork(), cap()));
  }

  private static double[] contour(double in) {
    double r = RADIUS - in;
    double n = 0.0135 - in;
    return Curve.open(
        8,
        r - 0.0080,
        in,
        r - 0.0022,
        0.0022 + 0.5 * in,
        r,
        0.0090,
        r,
        0.045,
        r,
        0.095,
        r,
        0.140,
        r - 0.0012,
        0.1560,
        r - 0.0070,
        0.1720,
        n + 0.0085,
        0.1865,
        n + 0.0022,
        0.2000,
        n,
        0.2140,
        n,
        0.2290,
        n,
        0.2480);
  }

  /** The room inside a contour, as a body of revolution up to a height. */
  private static Sdf filled(double in, double top) {
    double[] line = contour(in);
    double[] xy = new double[line.length + 4];
    System.arraycopy(line, 0, xy, 0, line.length);
    xy[line.length] = -0.03;
    xy[line.length + 1] = 0.2480;
    xy[line.length + 2] = -0.03;
    xy[line.length + 3] = in;
    Outline half = new Chart(Outline.polygon(xy), 0.0005, -0.004, -0.006, 0.05, 0.26);
    return Primitives.revolve(half).within(Primitives.below(top), 0.0012);
  }

  /**
   * Glass and liquid as one body: glass 3 mm thick around full liquid bends light almost like solid
   * glass, and needs two refractions instead of six.
   */
  private static Solid glass() {
    Sdf lip = Primitives.torus(0.0132, 0.0026).elongated(0, 0.0035, 0).moved(0, 0.2400, 0);
    Sdf punt = Primitives.ball(0.05).moved(0, -0.0445, 0);
    Sdf air = filled(0.0030, 0.3).minus(Primitives.below(FILL), 0.0016);
    Sdf body = filled(0, 0.2460).blend(lip, 0.003).minus(punt, 0.004).minus(air);
    return Solid.sdf(body, Bounds.of(-0.040, -0.001, -0.040, 0.040, 0.248, 0.040))
        .paint(Bottle::tint)
        .seeThrough()
        .bump((x, y, z) -> 0.00010 * Noise.fractal(x * 30, y * 22, z * 30, 2));
  }

  /** Amber where the liquid is behind the glass, clear at the thick base and above. */
  private static Material tint(Vec p, Vec n) {
    Vec clear = new Vec(0.965, 0.975, 0.965);
    double full =
        Noise.step(FILL + 0.0008, FILL - 0.0008, p.y()) * Noise.step(0.004, 0.0085, p.y());
    double narrow = Noise.step(0.160, 0.200, p.y());
    Vec amber = new Vec(0.92, 0.50, 0.10).mix(new Vec(0.96, 0.70, 0.30), narrow);
    return Material.glass(clear.mix(amber, full), 0, Material.Glass.BODY);
  }

  private static Solid label() {
    Sdf sleeve = (x, y, z) -> Math.abs(Math.hypot(x, z) - RADIUS - 0.00016) - 0.00012;
    Sdf body =
        (x, y, z) -> {
          double turn = Math.atan2(x, z) * RADIUS;
          double dx = Math.abs(turn) - 0.050 + 0.0015;
          double dy = Math.abs(y - 0.080) - 0.0415 + 0.0015;
          double edge =
              Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
          return Math.max(sleeve.distance(x, y, z), edge - 0.0015);
        };
    return Solid.sdf(body, Bounds.of(-0.040, 0.037, -0.040, 0.040, 0.123, 0.040))
        .paint(Bottle::print)
        .bump((x, y, z) -> 0.00005 * Noise.fractal(x * 700, y * 700, z * 700, 3));
  }

  /** Cream paper with a fine frame and a sun over two waves. */
  private static Material print(Vec p, Vec n) {
    double fibre = Noise.fractal(p.x() * 500, p.y() * 500, p.z() * 500, 3);
    Vec paper = Vec.srgb(0xf1e9d8).times(1 + 0.03 * fibre);
    double u = Math.atan2(p.x(), p.z()) * RADIUS;
    double v = p.y() - 0.080;
    double frame = Math.max(Math.abs(u) - 0.0475, Math.abs(v) - 0.0390);
    double ink = Noise.step(0.00032, 0.00022, Math.abs(frame));
    double sun = Math.hypot(u, v - 0.008);
    double wave = v + 0.0085 + 0.0022 * Math.cos(u * 2 * Math.PI / 0.0150);
    double disc = Math.max(sun - 0.0125, -(wave - 0.0045));
    double mark = Noise.step(0.0002, -0.0001, disc);
    double lines = Math.abs(u) < 0.0190 ? Noise.step(0.0009, 0.0007, Math.abs(wave)) : 0;
    lines += Math.abs(u) < 0.0130 ? Noise.step(0.0009, 0.0007, Math.abs(wave + 0.0048)) : 0;
    double rule = Math.abs(u) < 0.0130 ? Noise.step(0.0006, 0.0004, Math.abs(v + 0.0262)) : 0;
    Vec c = paper.mix(Vec.srgb(0xb4521f), mark);
    c = c.mix(Vec.srgb(0x23303d), Math.min(1, Math.max(ink, Math.max(lines, rule))));
    return Material.matte(c).withRoughness(0.7).withSpecular(0.25);
  }

  private static Solid cork() {
    Sdf body = Primitives.cylinder(0.0104, 0.016, 0.001).moved(0, 0.2380, 0);
    return Solid.sdf(body, Bounds.of(-0.011, 0.221, -0.011, 0.011, 0.255, 0.011))
        .paint((p, n) -> corky(p, 0xc79a67));
  }

  private static Material corky(Vec p, int rgb) {
    double grain = Noise.fractal(p.x() * 260, p.y() * 420, p.z() * 260, 4);
    double pit = Noise.step(0.30, 0.14, Noise.cells(p.x() * 420, p.y() * 620, p.z() * 420));
    return Material.matte(Vec.srgb(rgb).times((1 + 0.22 * grain) * (1 - 0.55 * pit)));
  }

  /** The turned wooden head of the stopper. */
  private static Solid cap() {
    Sdf body = Primitives.cylinder(0.0168, 0.0105, 0.0028).moved(0, 0.2585, 0);
    return Solid.sdf(body, Bounds.of(-0.018, 0.247, -0.018, 0.018, 0.270, 0.018))
        .paint(
            (p, n) -> {
              double ring =
                  Noise.fractal(
                      p.x() * 420 + 3 * Noise.at(p.x() * 60, p.y() * 20, 1),
                      p.y() * 24,
                      p.z() * 60,
                      3);
              double slow = Noise.fractal(p.x() * 60, p.y() * 20, p.z() * 60, 2);
              Vec c = Vec.srgb(0x5b3a22).mix(Vec.srgb(0x8a5f39), 0.5 + 0.7 * ring + 0.4 * slow);
              return Material.glossy(c, 0.5).withSpecular(0.4);
            });
  }
}
