package org.brandimage.examples.scenes.backgrounds;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bond;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/**
 * A house front of boxes: piers and bands before a recessed plane of windows, a shop below, a
 * cornice above. It is built facing +z with its lower left corner at the origin.
 */
record Facade(int seed, double width, int floors, Vec wall, boolean brick) {

  private static final double SHOP = 4.2;
  private static final double FLOOR = 3.3;
  private static final double DEPTH = 0.32;
  private static final Bond BRICKS = new Bond(0.25, 0.075, 0.5);

  double height() {
    return SHOP + floors * FLOOR;
  }

  private int bays() {
    return Math.max(2, (int) Math.round(width / 2.6));
  }

  List<Solid> solids(Transform place) {
    List<Solid> out = new ArrayList<>();
    double top = height();
    Vec trim = wall.mix(Vec.grey(0.7), 0.45);
    out.add(box(0, 0, -8, width, top, -DEPTH).paint(this::windows).place(place));
    double bay = width / bays();
    double pier = bay * 0.42;
    for (int i = 0; i <= bays(); i++) {
      double x0 = Math.max(0, i * bay - pier / 2);
      double x1 = Math.min(width, i * bay + pier / 2);
      out.add(walled(x0, SHOP, -DEPTH, x1, top, 0, place));
    }
    for (int f = 0; f <= floors; f++) {
      double y = SHOP + f * FLOOR;
      out.add(walled(0, y - 0.62, -DEPTH, width, y + 0.75, 0.01, place));
      for (int i = 0; i < bays() && f < floors; i++) {
        double x = i * bay + pier / 2;
        double x1 = (i + 1) * bay - pier / 2;
        out.add(plain(x - 0.1, y + 0.72, 0, x1 + 0.1, y + 0.84, 0.14, trim, place));
        out.add(plain(x - 0.12, y + 2.62, 0, x1 + 0.12, y + 2.84, 0.08, trim, place));
      }
    }
    out.add(plain(-0.1, top - 0.1, -1, width + 0.1, top + 0.25, 0.5, trim, place));
    out.add(plain(-0.05, top - 0.5, -1, width + 0.05, top - 0.1, 0.25, trim, place));
    out.add(plain(0, SHOP - 0.35, -0.1, width, SHOP - 0.15, 0.3, trim, place));
    shop(out, place);
    return out;
  }

  private void shop(List<Solid> out, Transform place) {
    double bay = width / bays();
    Vec paint = tint(Noise.random(seed, 3, 1));
    for (int i = 0; i <= bays(); i++) {
      double x0 = Math.max(0, i * bay - 0.2);
      double x1 = Math.min(width, i * bay + 0.2);
      out.add(plain(x0, 0, -DEPTH, x1, SHOP - 0.6, 0.06, paint.times(0.5), place));
    }
    out.add(plain(0, 0, -DEPTH, width, 0.55, 0, paint.times(0.4), place));
    out.add(plain(0.1, SHOP - 1.05, -DEPTH, width - 0.1, SHOP - 0.35, 0.12, paint, place));
    if (Noise.random(seed, 3, 2) < 0.6) {
      Vec cloth = tint(Noise.random(seed, 3, 4)).times(1.3);
      Solid awning =
          Solid.quad(new Vec(0.3, 2.75, 1.3), new Vec(width - 0.6, 0, 0), new Vec(0, 0.55, -1.3))
              .paint(
                  (p, n) -> Material.matte(Noise.floor(p.x() * 3) % 2 == 0 ? cloth : Vec.grey(0.6)))
              .place(place);
      out.add(awning);
    }
  }

  private static Vec tint(double r) {
    Vec[] tints = {
      new Vec(0.16, 0.05, 0.04),
      new Vec(0.04, 0.09, 0.08),
      new Vec(0.05, 0.07, 0.13),
      new Vec(0.12, 0.10, 0.07),
      new Vec(0.05, 0.05, 0.055)
    };
    return tints[(int) (r * tints.length)];
  }

  private Solid walled(
      double x0, double y0, double z0, double x1, double y1, double z1, Transform place) {
    return box(x0, y0, z0, x1, y1, z1).paint(this::masonry).place(place);
  }

  private static Solid plain(
      double x0, double y0, double z0, double x1, double y1, double z1, Vec c, Transform place) {
    return box(x0, y0, z0, x1, y1, z1).paint(Material.matte(c)).place(place);
  }

  private static Solid box(double x0, double y0, double z0, double x1, double y1, double z1) {
    return Solid.box(Bounds.of(x0, y0, z0, x1, y1, z1));
  }

  private Material masonry(Vec p, Vec n) {
    double stain = Noise.fractal(p.x() * 0.7 + seed, p.y() * 0.35, p.z(), 4);
    Vec c = wall.times(1 + 0.35 * stain);
    if (brick) {
      Bond.Cell b = BRICKS.at(p.x() + p.z(), p.y());
      c = c.times(0.7 + 0.6 * b.random(1)).mix(Vec.grey(0.35), 0.8 * b.joint(0.012, 0.004));
    }
    return Material.matte(c);
  }

  private Material windows(Vec p, Vec n) {
    if (n.z() < 0.5) {
      return masonry(p, n);
    }
    double bay = width / bays();
    int i = Noise.floor(p.x() / bay);
    boolean shop = p.y() < SHOP;
    int f = shop ? -1 : Noise.floor((p.y() - SHOP) / FLOOR);
    double u = p.x() / bay - i - 0.5;
    double v = shop ? p.y() / SHOP : (p.y() - SHOP) / FLOOR - f;
    double frame = shop ? Math.abs(u) : Math.min(Math.abs(u), Math.abs(v - 0.62) * 1.1);
    if (frame < 0.018 || (!shop && Math.abs(u) > 0.265)) {
      return Material.matte(Vec.grey(shop ? 0.05 : 0.3));
    }
    Material pane = Material.glossy(new Vec(0.015, 0.018, 0.022), 0.06).withSpecular(1);
    double r = Noise.random(seed * 31 + i, f, 5);
    if (!shop && r > 0.5) {
      boolean curtain = Math.abs(u) > 0.12 + 0.1 * Noise.random(seed + i, f, 6);
      return curtain ? pane.withBase(new Vec(0.10, 0.09, 0.08)) : pane;
    }
    return pane.withEmission(interior(u, v, shop, r, p));
  }

  private Vec interior(double u, double v, boolean shop, double r, Vec p) {
    Vec warm = new Vec(2.5, 1.15, 0.34).mix(new Vec(2.1, 1.45, 0.8), r * 2);
    if (shop) {
      double goods = Noise.fractal(p.x() * 3 + seed, p.y() * 3, seed, 4);
      double open = 0.15 + Noise.random(seed, 4, Noise.floor(p.x() / 5.2));
      double shelf = Math.abs(v * 9 - Math.floor(v * 9) - 0.5) > 0.42 ? 0.4 : 1;
      return warm.times(0.8 * open * shelf * (0.25 + 0.75 * v) * Math.max(0.08, 0.6 + 1.3 * goods));
    }
    double curtain = Math.abs(u) > 0.15 ? 0.55 + 0.1 * Math.sin(u * 260) : 1;
    double lamp = 0.55 + 0.45 * Noise.step(0.1, 0.9, v);
    return warm.times(0.75 * curtain * lamp * (0.5 + r));
  }
}
