package org.brandimage.examples.scenes.products;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Outline;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/** A stoneware mug: speckled reactive glaze over bare clay at the foot. */
final class Mug {

  private static final double HEIGHT = 0.096;

  private Mug() {}

  static Scene scene() {
    Transform place = Transform.at(0, 0, 0).turnedY(-24);
    Sdf body = body();
    Solid solid =
        Solid.sdf(body.safe(0.9), Bounds.of(-0.046, -0.001, -0.046, 0.083, 0.098, 0.046))
            .paint(Mug::glaze)
            .bump(Mug::relief)
            .place(place);
    return Studio.scene(0.125, 0.046, 15, List.of(solid));
  }

  private static Sdf body() {
    double[] wall =
        Curve.open(
            8, 0.0, 0.0075, 0.020, 0.0072, 0.0315, 0.0085, 0.0375, 0.0150, 0.0398, 0.0280, 0.0405,
            0.0500, 0.0402, 0.0720, 0.0400, 0.0935);
    Outline profile = new Chart(Outline.stroke(0.0046, wall), 0.0006, -0.002, -0.01, 0.06, 0.11);
    Sdf foot = Primitives.torus(0.0290, 0.0034).elongated(0, 0.0008, 0).moved(0, 0.0042, 0);
    Sdf cup = Primitives.revolve(profile).blend(foot, 0.006);
    return cup.blend(handle(), 0.010).minus(inside(), 0.002);
  }

  /** The room inside, cut again so that the handle's blend does not show there. */
  private static Sdf inside() {
    return Primitives.cylinder(0.0372, 0.040, 0.014)
        .moved(0, 0.0520, 0)
        .and(Primitives.cylinder(0.0376, 0.032, 0.001).moved(0, 0.0800, 0));
  }

  private static Sdf handle() {
    double[] xy =
        Curve.open(
            8, 0.0385, 0.0790, 0.0500, 0.0815, 0.0620, 0.0790, 0.0700, 0.0700, 0.0715, 0.0580,
            0.0675, 0.0440, 0.0580, 0.0330, 0.0470, 0.0260, 0.0385, 0.0235);
    Outline loop = new Chart(Outline.stroke(0.001, xy), 0.0006, 0.02, 0.005, 0.09, 0.1);
    Profile wide = new Profile(0.02, 0.0085, 0.04, 0.0062, 0.06, 0.0060, 0.085, 0.0085);
    return (x, y, z) -> {
      double a = loop.distance(x, y) / 0.0040;
      double b = z / wide.at(y);
      return (Math.sqrt(a * a + b * b) - 1) * 0.0040;
    };
  }

  /** The height at which the glaze ends, in drips. */
  private static double line(double x, double z) {
    double turn = Math.atan2(z, x);
    return 0.0165 + 0.0016 * Noise.fractal(2.2 * Math.cos(turn), 2.2 * Math.sin(turn), 3, 3);
  }

  private static Material glaze(Vec p, Vec n) {
    double r = Math.hypot(p.x(), p.z());
    boolean outside = r > 0.0388 || (p.y() < 0.02 && n.y() < 0.5);
    if (outside && p.y() < line(p.x(), p.z())) {
      double sand = Noise.fractal(p.x() * 900, p.y() * 900, p.z() * 900, 2);
      double slow = Noise.fractal(p.x() * 90, p.y() * 160, p.z() * 90, 3);
      Vec clay = Vec.srgb(0xb28d6a).times(1 + 0.13 * sand + 0.10 * slow);
      return Material.matte(clay).withRoughness(0.85);
    }
    double rim =
        Noise.step(
            HEIGHT - 0.0065,
            HEIGHT - 0.0005,
            p.y() + 0.0012 * Noise.at(p.x() * 150, 0, p.z() * 150));
    double pool = Noise.step(0.006, 0.0, p.y() - line(p.x(), p.z()));
    double cloud = Noise.fractal(p.x() * 34, p.y() * 60, p.z() * 34, 4);
    Vec teal = Vec.srgb(0x2f6f73).mix(Vec.srgb(0x4f918c), 0.5 + 0.8 * cloud);
    Vec c = teal.mix(Vec.srgb(0x1c474d), outside ? 0.65 * pool : 0.2);
    c = c.mix(Vec.srgb(0x9a6a43), 0.85 * rim * rim);
    double spot = Noise.cells(p.x() * 330, p.y() * 330, p.z() * 330);
    double size = 0.06 + 0.16 * Math.max(0, Noise.at(p.x() * 210, p.y() * 210, p.z() * 210));
    c = c.mix(Vec.srgb(0x2a1d15), 0.75 * Noise.step(size + 0.07, size, spot));
    return Material.glossy(c, 0.24).withSpecular(0.45).withCoat(0.75, 0.09);
  }

  private static double relief(double x, double y, double z) {
    double r = Math.hypot(x, z);
    double turning =
        0.00006 * Math.sin(y * 2 * Math.PI / 0.0061 + 2 * Noise.at(x * 20, y * 90, z * 20));
    double uneven = 0.00035 * Noise.fractal(x * 42, y * 42, z * 42, 2);
    boolean bare = r > 0.0300 && y < line(x, z);
    double clay = bare ? 0.00008 * Noise.fractal(x * 1100, y * 1100, z * 1100, 2) - 0.0003 : 0;
    return turning + uneven + clay;
  }
}
