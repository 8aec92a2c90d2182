package org.brandimage.examples.scenes.products;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/** The welt and the lugged rubber sole of a boot, with its heel block. */
final class BootSole {

  private final BootShape s;
  private final Profile ground =
      new Profile(
          0, 0.0015, 0.010, 0, 0.082, 0, 0.0855, 0.0120, 0.100, 0.0145, 0.125, 0.0110, 0.140,
          0.0030, 0.150, 0.0, 0.195, 0.0, 0.225, 0.0020, 0.250, 0.0060, 0.282, 0.0140);

  BootSole(BootShape shape) {
    this.s = shape;
  }

  List<Solid> solids() {
    Sdf rubber = this::rubber;
    Sdf strip = this::welt;
    Bounds box = Bounds.of(-0.006, -0.002, -0.056, 0.288, 0.046, 0.056);
    return List.of(
        Solid.sdf(rubber.safe(0.7), box).paint(this::rubberMaterial).bump(this::rubberRelief),
        Solid.sdf(strip.safe(0.8), box).paint(this::weltMaterial).bump(this::weltRelief));
  }

  private double rubber(double x, double y, double z) {
    double low = ground.at(x);
    double side = s.sole.distance(x, z);
    double lug = 0.0022 * Noise.step(-0.45, -0.05, Math.sin((x + 0.004) * 2 * Math.PI / 0.0125));
    boolean arch = x > 0.080 && x < 0.146;
    double cut = arch ? 0 : lug;
    double tall = y - low;
    double draw = tall < 0.0050 ? 0.7 * cut : 0;
    double a = side - 0.0008 + draw + 0.02 * tall;
    double b =
        Math.max(y - s.feather.at(x) + 0.0045, low + (side < -0.014 ? cut : cut * 0.9) - y) * 0.8;
    return rounded(a, b, 0.0016);
  }

  private double welt(double x, double y, double z) {
    double top = s.feather.at(x);
    double side = s.sole.distance(x, z);
    return rounded(side, Math.max(y - top, top - 0.0046 - y), 0.0010);
  }

  private static double rounded(double a, double b, double r) {
    double dx = a + r;
    double dy = b + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  private Material rubberMaterial(Vec p, Vec n) {
    double dust = Noise.fractal(p.x() * 60, p.y() * 120, p.z() * 60, 3);
    return Material.glossy(Vec.srgb(0x242120).times(1 + 0.15 * dust), 0.55).withSpecular(0.4);
  }

  private double rubberRelief(double x, double y, double z) {
    double line = y - (s.feather.at(x) - 0.0090);
    double groove = -0.0004 * Math.exp(-line * line / (0.0005 * 0.0005));
    return groove + 0.00003 * Noise.at(x * 1400, y * 1400, z * 1400);
  }

  private Material weltMaterial(Vec p, Vec n) {
    double across = s.sole.distance(p.x(), p.z()) + 0.0028;
    if (n.y() > 0.6 && s.welt.thread(across, p.x(), p.z()) > 0.05) {
      return Material.matte(Vec.srgb(0xc9a878));
    }
    double grain = Noise.fractal(p.x() * 90, p.y() * 900, p.z() * 90, 3);
    return Material.glossy(Vec.srgb(0x3c2416).times(1 + 0.2 * grain), 0.45);
  }

  private double weltRelief(double x, double y, double z) {
    double across = s.sole.distance(x, z) + 0.0028;
    double stitch = y > s.feather.at(x) - 0.001 ? 1.5 * s.welt.relief(across, x, z) : 0;
    double notch = 0.00012 * Math.sin(s.welt.arc(x, z) * 2 * Math.PI / 0.0018);
    return stitch + (y < s.feather.at(x) - 0.001 ? notch : 0);
  }
}
