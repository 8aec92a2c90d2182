package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bond;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Outline;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.geometry.Wood;
import org.brandimage.examples.scenes.picture.LibraryPicture;
import org.brandimage.examples.scenes.tracer.Camera;
import org.brandimage.examples.scenes.tracer.Development;
import org.brandimage.examples.scenes.tracer.Light;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/**
 * An oak table in the morning, a bright kitchen behind it out of focus. The table's top is y = 0.
 */
final class KitchenTable {

  private static final Wood OAK =
      new Wood(
          new Vec(0.46, 0.265, 0.125), new Vec(0.15, 0.066, 0.025), new Bond(3.4, 0.135, -1), 95);
  private static final Bond TILES = new Bond(0.2, 0.1, 0.5);
  private static final double FLOOR = -0.76;
  private static final double BACK = -3.1;
  private static final Vec SUN = new Vec(-1, 0.66, -0.42);

  private KitchenTable() {}

  static LibraryPicture picture() {
    return new LibraryPicture(
        "kitchen-table",
        LibraryPicture.Kind.BACKGROUND,
        "a wooden table in a bright kitchen with morning light from the window, shelves with"
            + " dishes and plants softly blurred behind",
        List.of("table", "wood", "oak", "kitchen", "home", "morning", "window", "bright", "indoor"),
        0,
        1,
        0.66,
        Development.photograph().withExposure(0.5).withBloom(0.07),
        KitchenTable::scene);
  }

  private static Scene scene() {
    Camera camera =
        Camera.looking(new Vec(0.05, 0.30, 1.15), new Vec(0.0, 0.10, -0.4), 36)
            .withLens(1.2, 0.0125)
            .withShift(0.16);
    Scene.Builder scene = Scene.seenBy(camera);
    table(scene);
    room(scene);
    counter(scene);
    shelves(scene);
    pendant(scene, 0.62);
    return scene.light(Light.sun(SUN, 0.45, new Vec(9.5, 7.2, 4.6))).build();
  }

  private static void table(Scene.Builder scene) {
    Solid top =
        Solid.box(Bounds.of(-1.5, -0.04, -0.62, 1.5, 0, 1.4))
            .paint((p, n) -> polished(OAK.colour(p.x(), p.z())))
            .bump((x, y, z) -> OAK.height(x, z));
    scene.add(top);
  }

  private static Material polished(Vec c) {
    return Material.glossy(c, 0.5).withCoat(0.16, 0.25);
  }

  private static void room(Scene.Builder scene) {
    Vec paint = new Vec(0.74, 0.71, 0.65);
    scene.add(
        Solid.quad(new Vec(-3, FLOOR, 4), new Vec(6, 0, 0), new Vec(0, 0, -8))
            .paint((p, n) -> Material.glossy(OAK.colour(p.z(), p.x()).times(0.7), 0.4)),
        Props.block(-3, 1.85, -3.4, 3, 2, 4, new Vec(0.8, 0.79, 0.76)),
        Props.block(2.4, FLOOR, -3.4, 2.6, 2, 4, paint),
        Props.block(-3, FLOOR, 3.4, 3, 2, 3.6, paint));
    // The left wall with its window; the sun comes in here.
    double x = -2.3;
    scene.add(
        Props.block(x - 0.2, FLOOR, -3.4, x, 0.15, 4, paint),
        Props.block(x - 0.2, 1.7, -3.4, x, 2, 4, paint),
        Props.block(x - 0.2, FLOOR, -3.4, x, 2, -1.9, paint),
        Props.block(x - 0.2, FLOOR, 0.9, x, 2, 4, paint));
    for (double z = -1.9; z < 1; z += 0.7) {
      scene.add(Props.block(x - 0.12, 0.15, z - 0.045, x - 0.04, 1.7, z + 0.045, Vec.grey(0.8)));
    }
    scene.add(Props.block(x - 0.12, 0.88, -1.9, x - 0.04, 0.96, 0.9, Vec.grey(0.8)));
    scene.light(
        Light.window(
            new Vec(x - 0.15, 0.15, 0.9),
            new Vec(0, 0, -2.8),
            new Vec(0, 1.55, 0),
            new Vec(2.4, 2.8, 3.4)));
    backWall(scene, paint);
  }

  private static void backWall(Scene.Builder scene, Vec paint) {
    double left = -1.55;
    double right = -0.25;
    scene.add(wall(-3, left), wall(right, 3));
    scene.add(
        Props.block(left, FLOOR, BACK - 0.2, right, 0.38, BACK, paint),
        Props.block(left, 1.5, BACK - 0.2, right, 2, BACK, paint));
    Material frame = Material.glossy(Vec.grey(0.8), 0.4);
    double middle = (left + right) / 2;
    scene.add(
        Props.block(middle - 0.03, 0.38, BACK - 0.12, middle + 0.03, 1.5, BACK - 0.06, frame),
        Props.block(left, 0.38, BACK - 0.14, right, 0.43, BACK + 0.12, frame),
        Props.block(left, 1.08, BACK - 0.12, right, 1.12, BACK - 0.06, frame),
        Props.block(left, 0.38, BACK - 0.12, left + 0.05, 1.5, BACK - 0.05, frame),
        Props.block(right - 0.05, 0.38, BACK - 0.12, right, 1.5, BACK - 0.05, frame));
    Solid garden =
        Solid.quad(new Vec(left - 1, 0, BACK - 0.8), new Vec(3.4, 0, 0), new Vec(0, 2, 0));
    scene.add(garden.paint((p, n) -> Material.glow(garden(p))));
    scene.light(
        Light.panel(
                new Vec(left, 0.43, BACK - 0.16),
                new Vec(right - left, 0, 0),
                new Vec(0, 1.05, 0),
                new Vec(2.6, 2.9, 2.9))
            .hiddenFromCamera());
  }

  private static Vec garden(Vec p) {
    double leaf = Noise.fractal(p.x() * 5, p.y() * 5, 3, 4);
    double tree = Noise.step(-0.2, 0.25, leaf + 0.75 - p.y() * 0.85);
    Vec green = new Vec(0.42, 0.75, 0.16).times(0.9 + 1.5 * leaf);
    return new Vec(2.9, 3.2, 3.6).mix(green, tree * 0.85);
  }

  private static Solid wall(double x0, double x1) {
    return Solid.box(Bounds.of(x0, FLOOR, BACK - 0.2, x1, 2, BACK))
        .paint(
            (p, n) -> {
              if (p.y() > 0.62) {
                return Material.matte(new Vec(0.56, 0.53, 0.47));
              }
              Bond.Cell c = TILES.at(p.x(), p.y());
              Vec glaze = new Vec(0.50, 0.57, 0.54).times(0.85 + 0.25 * c.random(1));
              double joint = c.joint(0.005, 0.003);
              return Material.glossy(glaze.mix(Vec.grey(0.35), joint), 0.12 + 0.6 * joint);
            })
        .bump((px, py, pz) -> -0.0015 * TILES.at(px, py).joint(0.006, 0.006));
  }

  private static void counter(Scene.Builder scene) {
    Vec sage = new Vec(0.07, 0.12, 0.10);
    scene.add(Props.block(-3, FLOOR, BACK, 3, 0.09, BACK + 0.58, sage));
    for (double x = -2.4; x < 2.4; x += 0.6) {
      scene.add(
          Props.block(x + 0.02, FLOOR + 0.12, BACK, x + 0.58, -0.13, BACK + 0.6, sage.times(1.15)),
          Props.block(x + 0.02, -0.11, BACK, x + 0.58, 0.07, BACK + 0.6, sage.times(1.15)),
          Props.block(
              x + 0.22,
              -0.03,
              BACK,
              x + 0.38,
              -0.015,
              BACK + 0.63,
              Material.metal(new Vec(0.8, 0.6, 0.3), 0.3)));
    }
    scene.add(
        Solid.box(Bounds.of(-3, 0.09, BACK, 3, 0.13, BACK + 0.63))
            .paint((p, n) -> polished(OAK.colour(p.x(), p.z() + 9))));
    thingsOnCounter(scene, 0.13);
  }

  private static void thingsOnCounter(Scene.Builder scene, double y) {
    Material board = Material.glossy(new Vec(0.45, 0.27, 0.13), 0.5);
    scene.add(
        Solid.sdf(
                Primitives.box(0.16, 0.2, 0.012, 0.01),
                Bounds.of(-0.16, -0.2, -0.02, 0.16, 0.2, 0.02))
            .paint(board)
            .place(Transform.identity().turnedX(-12).shifted(0.12, 0.33, BACK + 0.12)));
    scene.add(
        Props.bottle(
            new Vec(-0.12, y, BACK + 0.28), 0.32, Material.glossy(new Vec(0.05, 0.09, 0.03), 0.1)),
        Props.jar(
            new Vec(0.42, y, BACK + 0.25),
            0.07,
            0.2,
            Material.glossy(new Vec(0.7, 0.62, 0.5), 0.3)),
        Props.jar(
            new Vec(0.60, y, BACK + 0.25),
            0.055,
            0.15,
            Material.glossy(new Vec(0.7, 0.62, 0.5), 0.3)),
        Props.vase(
            new Vec(1.35, y, BACK + 0.3), 0.26, Material.glossy(new Vec(0.10, 0.18, 0.26), 0.2)),
        Props.bowl(
            new Vec(0.92, y, BACK + 0.36), 0.30, Material.glossy(new Vec(0.75, 0.73, 0.7), 0.2)));
    fruit(scene, y);
    scene.add(Props.plant(new Vec(-1.2, 0.2, BACK + 0.25), 0.42, 70, 3, new Vec(0.10, 0.24, 0.06)));
    scene.add(
        Props.jar(
            new Vec(-1.2, y, BACK + 0.25), 0.09, 0.15, Material.matte(new Vec(0.55, 0.24, 0.13))));
  }

  private static void fruit(Scene.Builder scene, double y) {
    for (int i = 0; i < 7; i++) {
      double a = i * 0.9;
      double r = i == 0 ? 0 : 0.085;
      Vec at =
          new Vec(
              0.92 + r * Math.cos(a), y + (i == 0 ? 0.15 : 0.11), BACK + 0.36 + r * Math.sin(a));
      scene.add(
          Solid.ball(at, 0.043)
              .paint(
                  Material.glossy(
                      i % 3 == 1 ? new Vec(0.75, 0.5, 0.05) : new Vec(0.8, 0.27, 0.03), 0.4)));
    }
  }

  private static void shelves(Scene.Builder scene) {
    for (int level = 0; level < 2; level++) {
      double y = 0.72 + 0.40 * level;
      Solid shelf = Solid.box(Bounds.of(0.12, y - 0.03, BACK, 2.2, y, BACK + 0.24));
      scene.add(shelf.paint((p, n) -> polished(OAK.colour(p.x() + 5, p.z()))));
      double x = 0.22;
      for (int i = 0; x < 1.95; i++) {
        double r = Noise.random(level, i, 3);
        Vec c = GLAZES[(int) (Noise.random(level, i, 4) * GLAZES.length)];
        Material m = Material.glossy(c, 0.25);
        Vec at = new Vec(x + 0.06, y, BACK + 0.12);
        double s = 0.13 + 0.1 * Noise.random(level, i, 5);
        if (r < 0.35) {
          scene.add(
              Props.bowl(at, s, m), Props.bowl(at.plus(new Vec(0, s * 0.14, 0)), s * 0.98, m));
        } else if (r < 0.6) {
          scene.add(Props.jar(at, 0.05, s, m));
        } else if (r < 0.8) {
          scene.add(Props.vase(at, s * 1.3, m));
        } else {
          scene.add(Props.jar(at, 0.06, 0.1, Material.matte(new Vec(0.5, 0.24, 0.14))));
          scene.add(
              Props.plant(
                  at.plus(new Vec(0, 0.08, 0)), 0.22, 40, i + 9, new Vec(0.10, 0.24, 0.08)));
        }
        x += 0.17 + 0.09 * Noise.random(level, i, 6);
      }
    }
  }

  private static final Vec[] GLAZES = {
    new Vec(0.72, 0.70, 0.66), new Vec(0.68, 0.62, 0.52), new Vec(0.20, 0.28, 0.34),
    new Vec(0.52, 0.28, 0.18), new Vec(0.30, 0.36, 0.28), new Vec(0.75, 0.74, 0.72)
  };

  private static void pendant(Scene.Builder scene, double x) {
    double[] profile = {0.03, 0.16, 0.06, 0.15, 0.14, 0.06, 0.17, 0};
    Outline shade = Outline.stroke(0.006, profile);
    scene.add(
        Solid.sdf(Primitives.revolve(shade), Bounds.of(-0.18, -0.01, -0.18, 0.18, 0.17, 0.18))
            .paint(Material.metal(new Vec(0.75, 0.45, 0.22), 0.28))
            .place(Transform.at(x, 0.86, -1.7)),
        Props.rod(
            0.006,
            new Vec[] {new Vec(x, 1.0, -1.7), new Vec(x, 1.9, -1.7)},
            Material.matte(Vec.grey(0.05))));
    scene.light(Light.bulb(new Vec(x, 0.9, -1.7), 0.05, new Vec(14, 9, 4.5)));
  }
}
