package org.brandimage.examples.scenes.products;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/** A brown leather Chelsea boot on a lugged sole. */
final class Boot {

  private static final int BROWN = 0x5e3721;

  private final BootShape s = new BootShape();

  private Boot() {}

  static Scene scene() {
    Transform place = Transform.at(-0.135, 0, 0).turnedY(-30);
    Boot boot = new Boot();
    List<Solid> all = new ArrayList<>();
    all.add(boot.upper());
    all.addAll(new BootSole(boot.s).solids());
    all.add(loop(new Vec(0.0122, 0.1645, 0), -1));
    all.add(loop(new Vec(0.1068, 0.1690, 0), 1));
    return Studio.scene(0.30, 0.088, 11, all.stream().map(part -> part.place(place)).toList());
  }

  private Solid upper() {
    Sdf body = this::distance;
    return Solid.sdf(body.safe(0.75), Bounds.of(-0.008, 0.012, -0.052, 0.284, 0.178, 0.056))
        .paint(this::material)
        .bump(this::relief);
  }

  private double distance(double x, double y, double z) {
    double d = s.last.distance(x, y, z);
    if (d > 0.006) {
      return d - 0.003;
    }
    double v = s.topline.distance(x, y);
    double t = 0.0021;
    double u = d + t;
    double shell = v > 0 ? Math.sqrt(u * u + v * v) - t : Math.abs(u) - t;
    double gore = s.gore.distance(x, y);
    // The elastic lies a little deeper than the leather around it.
    double leather = layer(d, Math.max(-gore, v), 0.0011);
    double strap = layer(d, Math.max(s.backStrap.distance(x, y), v), 0.0022);
    return Math.min(shell, Math.min(leather, strap));
  }

  private static double layer(double d, double region, double height) {
    double r = 0.0007;
    double dx = region + r;
    double dy = Math.max(d - height, -d - 0.0012) + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  private Material material(Vec p, Vec n) {
    double d = s.last.distance(p.x(), p.y(), p.z());
    if (d < -0.0022) {
      return Material.matte(Vec.srgb(0xa47c55));
    }
    double gore = s.gore.distance(p.x(), p.y());
    if (gore < 0.0002) {
      double rib = 0.5 + 0.5 * Math.sin(p.x() * 2 * Math.PI / 0.0022);
      return Material.matte(Vec.srgb(0x1d1a19).times(0.6 + 0.8 * rib)).withSheen(Vec.grey(0.04));
    }
    if (thread(p) > 0.05) {
      return Material.matte(Vec.srgb(0x8a5f3c));
    }
    Material hide = Material.glossy(Vec.srgb(BROWN), 0.34).withSpecular(0.5).withCoat(0.25, 0.18);
    Material m = Leather.toned(hide, p, 0.15);
    double burnish = Noise.step(0.215, 0.275, p.x()) + 0.8 * Noise.step(0.045, 0.0, p.x());
    double low = Noise.step(0.040, 0.020, p.y());
    double dark = Math.min(1, burnish * Noise.step(0.085, 0.045, p.y()) + 0.5 * low);
    return m.withBase(m.base().times(1 - 0.5 * dark));
  }

  private double thread(Vec p) {
    double gore = s.gore.distance(p.x(), p.y());
    double strap = s.backStrap.distance(p.x(), p.y());
    double a = s.goreRow.thread(gore - 0.0022, p.x(), p.y());
    double b = s.goreRow.thread(gore - 0.0050, p.x(), p.y());
    return Math.max(Math.max(a, b), strap < 0 ? s.strapRow.thread(strap + 0.002, p.x(), p.y()) : 0);
  }

  private double relief(double x, double y, double z) {
    double gore = s.gore.distance(x, y);
    if (gore < 0.0002) {
      return 0.0004 * Math.sin(x * 2 * Math.PI / 0.0022);
    }
    double h = s.goreRow.relief(gore - 0.0022, x, y) + s.goreRow.relief(gore - 0.0050, x, y);
    double strap = s.backStrap.distance(x, y);
    h += strap < 0 ? s.strapRow.relief(strap + 0.002, x, y) : 0;
    return h + Leather.grain(new Vec(x, y, z), 0.0009, 0.00007) + creases(x, y, z);
  }

  /** Folds at the ball of the foot and at the ankle. */
  private static double creases(double x, double y, double z) {
    double ball = Noise.step(0.165, 0.180, x) * Noise.step(0.215, 0.200, x);
    double wave = x + 0.2 * Math.abs(z) + 0.005 * Noise.fractal(x * 50, 1, z * 40, 2);
    double ankle =
        Noise.step(0.075, 0.11, x) * Noise.step(0.075, 0.090, y) * Noise.step(0.13, 0.11, y);
    double bend = y - 0.35 * x + 0.006 * Noise.fractal(x * 40, y * 40, z * 40, 2);
    return 0.00045 * ball * Math.sin(wave * 2 * Math.PI / 0.0110)
        + 0.0006 * ankle * Math.sin(bend * 2 * Math.PI / 0.0150);
  }

  /** A pull loop of webbing at the top. */
  private static Solid loop(Vec at, int side) {
    Vec[] line = new Vec[17];
    Vec[] normals = new Vec[17];
    for (int i = 0; i < line.length; i++) {
      double turn = Math.PI * i / (line.length - 1);
      double up = -0.018 + 0.030 * Math.pow(Math.sin(turn), 0.6);
      // The legs follow the shaft, whose front leans back more than its heel.
      double out = side * 0.0038 * Math.cos(turn) - (side > 0 ? 0.24 : 0.11) * up;
      line[i] = at.plus(new Vec(out, up, 0));
      normals[i] = new Vec(side * Math.cos(turn), Math.sin(turn), 0);
    }
    Ribbon band = new Ribbon(line, normals, 0.016, 0.0017, 0.0006);
    return Solid.sdf(band.safe(0.7), band.bounds())
        .paint((p, n) -> Material.matte(Vec.srgb(0x2a211c)).withSheen(Vec.grey(0.03)))
        .bump((x, y, z) -> 0.00012 * Math.sin(z * 4500) * Math.sin(y * 3800));
  }
}
