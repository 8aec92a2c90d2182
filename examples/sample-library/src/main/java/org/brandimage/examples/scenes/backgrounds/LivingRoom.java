package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bond;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Sdf;
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
 * A living room in the afternoon: an empty floor of oak boards, sun through tall windows, furniture
 * far behind.
 */
final class LivingRoom {

  private static final Wood FLOOR =
      new Wood(
          new Vec(0.50, 0.32, 0.175), new Vec(0.21, 0.115, 0.055), new Bond(1.9, 0.165, -1), 85);
  private static final Vec WALL = new Vec(0.60, 0.56, 0.50);
  private static final double BACK = -4.6;
  private static final double LEFT = -3.1;
  private static final Vec SUN = new Vec(-1, 0.58, -0.30);

  private LivingRoom() {}

  static LibraryPicture picture() {
    return new LibraryPicture(
        "living-room",
        LibraryPicture.Kind.BACKGROUND,
        "a sunlit living room with a wooden floor, a woven rug, tall windows, an armchair and"
            + " plants softly blurred behind",
        List.of("living", "room", "home", "floor", "wood", "rug", "window", "sunlight", "indoor"),
        0,
        1.25,
        0.72,
        Development.photograph().withExposure(0.6).withBloom(0.07),
        LivingRoom::scene);
  }

  private static Scene scene() {
    Camera camera =
        Camera.looking(new Vec(0.1, 0.85, 3.6), new Vec(0.0, 0.62, -2), 40)
            .withLens(3.2, 0.030)
            .withShift(0.02);
    Scene.Builder scene = Scene.seenBy(camera);
    shell(scene);
    windows(scene);
    rug(scene);
    armchair(scene, Transform.identity().turnedY(38).shifted(-1.75, 0, -3.3));
    sideboard(scene);
    lamp(scene, 2.35, -3.9);
    return scene.light(Light.sun(SUN, 0.5, new Vec(12, 8.8, 5.4))).build();
  }

  private static void shell(Scene.Builder scene) {
    scene.add(
        Solid.box(Bounds.of(-4, -0.1, -5, 4, 0, 5))
            .paint((p, n) -> Material.glossy(FLOOR.colour(p.z(), p.x()), 0.46).withCoat(0.15, 0.3))
            .bump((x, y, z) -> FLOOR.height(z, x)));
    scene.add(
        Props.block(-4, 2.75, -5, 4, 2.9, 5, new Vec(0.8, 0.79, 0.77)),
        Solid.box(Bounds.of(-4, 0, BACK - 0.2, 4, 2.8, BACK))
            .paint(
                (p, n) ->
                    Material.matte(
                        WALL.times(1 + 0.06 * Noise.fractal(p.x() * 3, p.y() * 3, 0, 4)))),
        Props.block(3.3, 0, -5, 3.5, 2.8, 5, WALL),
        Props.block(-4, 0, 4.6, 4, 2.8, 4.8, WALL),
        Props.block(-4, 0, BACK, 4, 0.13, BACK + 0.02, Vec.grey(0.7)));
  }

  private static void windows(Scene.Builder scene) {
    double x = LEFT;
    scene.add(
        Props.block(x - 0.25, 0, -5, x, 0.25, 5, WALL),
        Props.block(x - 0.25, 2.45, -5, x, 2.8, 5, WALL));
    double[] openings = {-3.9, -2.6, -1.9, -0.6, 0.1, 1.4, 2.1, 3.4};
    double from = -5;
    for (int i = 0; i <= openings.length; i += 2) {
      double to = i < openings.length ? openings[i] : 5;
      scene.add(Props.block(x - 0.25, 0.25, from, x, 2.45, to, WALL));
      if (i < openings.length) {
        double z0 = openings[i];
        double z1 = openings[i + 1];
        frame(scene, x, z0, z1);
        from = z1;
      }
    }
  }

  private static void frame(Scene.Builder scene, double x, double z0, double z1) {
    Material white = Material.glossy(Vec.grey(0.75), 0.4);
    double m = (z0 + z1) / 2;
    scene.add(
        Props.block(x - 0.14, 0.25, m - 0.03, x - 0.08, 2.45, m + 0.03, white),
        Props.block(x - 0.14, 1.0, z0, x - 0.09, 1.05, z1, white),
        Props.block(x - 0.14, 1.75, z0, x - 0.09, 1.80, z1, white));
    // A linen curtain on each side, in soft folds.
    for (double z : new double[] {z0 - 0.12, z1 + 0.12}) {
      Sdf folds =
          (px, py, pz) ->
              (Math.abs(px - x - 0.12 - 0.035 * Math.sin(pz * 75 + 2 * Noise.at(py, pz, 1)))
                      - 0.004)
                  * 0.35;
      scene.add(
          Solid.sdf(folds, Bounds.of(x + 0.05, 0.01, z - 0.2, x + 0.2, 2.6, z + 0.2))
              .paint(Material.matte(new Vec(0.72, 0.68, 0.60))));
    }
    scene.light(
        Light.window(
            new Vec(x - 0.16, 0.25, z1),
            new Vec(0, 0, z0 - z1),
            new Vec(0, 2.2, 0),
            new Vec(3.4, 3.9, 4.6)));
  }

  private static void rug(Scene.Builder scene) {
    Solid rug =
        Solid.sdf(
                Primitives.box(1.55, 0.007, 1.0, 0.006)
                    .relief((x, y, z) -> 0.0012 * Math.sin(x * 420) * Math.sin(z * 420))
                    .safe(0.7),
                Bounds.of(-1.6, -0.01, -1.05, 1.6, 0.012, 1.05))
            .paint(
                (p, n) -> Material.matte(pattern(p)).withRoughness(0.95).withSheen(Vec.grey(0.1)))
            .place(Transform.at(0.1, 0.008, -1.75));
    scene.add(rug);
  }

  private static Vec pattern(Vec p) {
    Vec cream = new Vec(0.58, 0.52, 0.43);
    Vec rust = new Vec(0.36, 0.15, 0.09);
    double border = Math.max(Math.abs(p.x()) / 1.55, Math.abs(p.z()) - 0.0);
    double u = Math.abs((p.x() * 2.2 + 50) % 1 - 0.5);
    double v = Math.abs((p.z() * 2.2 + 50) % 1 - 0.5);
    boolean line = Math.abs(u + v - 0.5) < 0.06 || u + v < 0.1;
    boolean edge = border > 0.88 && border < 0.95;
    double nap = 0.85 + 0.3 * Noise.at(p.x() * 300, 0, p.z() * 300);
    return (line || edge ? rust : cream).times(nap);
  }

  private static void armchair(Scene.Builder scene, Transform place) {
    Material cloth = Material.matte(new Vec(0.12, 0.20, 0.19)).withSheen(Vec.grey(0.12));
    Sdf seat = Primitives.box(0.33, 0.11, 0.34, 0.06).moved(0, 0.36, 0.04);
    Sdf back =
        Primitives.box(0.36, 0.34, 0.09, 0.08)
            .placed(Transform.identity().turnedX(-12).shifted(0, 0.64, -0.32));
    Sdf arm = Primitives.box(0.07, 0.17, 0.36, 0.06).moved(0.40, 0.42, 0).mirrorX();
    scene.add(
        Solid.sdf(seat.and(arm).blend(back, 0.03), Bounds.of(-0.5, 0.2, -0.55, 0.5, 1.05, 0.42))
            .paint(cloth)
            .place(place));
    Sdf leg = Primitives.capsule(new Vec(0.36, 0.26, 0.3), new Vec(0.40, 0.01, 0.34), 0.022, 0.014);
    scene.add(
        Solid.sdf(leg.mirrorX().mirrorZ(), Bounds.of(-0.45, 0, -0.4, 0.45, 0.3, 0.4))
            .paint(Material.glossy(new Vec(0.25, 0.13, 0.06), 0.4))
            .place(place));
    scene.add(
        Solid.sdf(
                Primitives.box(0.2, 0.2, 0.05, 0.05).rounded(0.02),
                Bounds.of(-0.24, -0.24, -0.1, 0.24, 0.24, 0.1))
            .paint(Material.matte(new Vec(0.62, 0.32, 0.12)))
            .place(
                Transform.identity()
                    .turnedX(-18)
                    .turnedZ(12)
                    .shifted(0.02, 0.62, -0.16)
                    .turnedY(38)
                    .shifted(-1.75, 0, -3.3)));
  }

  private static void sideboard(Scene.Builder scene) {
    Wood walnut =
        new Wood(
            new Vec(0.30, 0.165, 0.085), new Vec(0.11, 0.055, 0.028), new Bond(4, 0.4, -1), 90);
    scene.add(
        Solid.box(Bounds.of(-0.55, 0.22, BACK + 0.03, 1.65, 0.78, BACK + 0.47))
            .paint((p, n) -> Material.glossy(walnut.colour(p.x(), p.y() + p.z()), 0.4)));
    for (double x = -0.5; x < 1.7; x += 0.715) {
      scene.add(
          Props.block(x - 0.045, 0.26, BACK + 0.47, x - 0.037, 0.74, BACK + 0.473, Vec.grey(0.02)));
      scene.add(Props.block(x + 0.02, 0, BACK + 0.36, x + 0.06, 0.22, BACK + 0.40, Vec.grey(0.04)));
    }
    double z = BACK + 0.25;
    scene.add(
        Props.vase(new Vec(-0.25, 0.78, z), 0.34, Material.glossy(new Vec(0.62, 0.58, 0.52), 0.5)),
        Props.vase(
            new Vec(0.02, 0.78, z + 0.05), 0.2, Material.glossy(new Vec(0.42, 0.20, 0.12), 0.4)),
        Props.bowl(new Vec(1.25, 0.78, z), 0.34, Material.glossy(new Vec(0.08, 0.12, 0.16), 0.3)),
        Props.block(0.55, 0.78, z - 0.1, 0.9, 0.82, z + 0.12, new Vec(0.45, 0.12, 0.08)),
        Props.block(0.57, 0.82, z - 0.09, 0.88, 0.85, z + 0.11, new Vec(0.75, 0.72, 0.66)));
    scene.add(Props.plant(new Vec(-0.25, 1.08, z), 0.45, 30, 8, new Vec(0.26, 0.24, 0.10)));
    picture(scene, 0.62, 1.62, 0.52, 0.38);
    scene.add(
        Props.jar(new Vec(-2.55, 0, -4.15), 0.19, 0.38, Material.matte(new Vec(0.5, 0.47, 0.42))));
    scene.add(Props.plant(new Vec(-2.55, 0.35, -4.15), 1.25, 110, 21, new Vec(0.07, 0.19, 0.05)));
  }

  private static void picture(Scene.Builder scene, double x, double y, double w, double h) {
    scene.add(
        Props.block(
            x - w - 0.03,
            y - h - 0.03,
            BACK,
            x + w + 0.03,
            y + h + 0.03,
            BACK + 0.03,
            new Vec(0.2, 0.11, 0.05)),
        Solid.box(Bounds.of(x - w, y - h, BACK, x + w, y + h, BACK + 0.034))
            .paint(
                (p, n) -> {
                  double hill = p.y() - y - 0.12 * Noise.fractal(p.x() * 1.7, 2, 0, 3);
                  Vec sky = new Vec(0.72, 0.60, 0.46);
                  Vec land = new Vec(0.16, 0.22, 0.22);
                  Vec sand = new Vec(0.55, 0.26, 0.12);
                  return Material.matte(hill > 0 ? sky : hill > -0.16 ? land : sand);
                }));
  }

  private static void lamp(Scene.Builder scene, double x, double z) {
    scene.add(
        Props.rod(
            0.012,
            new Vec[] {new Vec(x, 0.02, z), new Vec(x, 1.5, z)},
            Material.metal(new Vec(0.7, 0.5, 0.25), 0.3)),
        Props.jar(new Vec(x, 0, z), 0.15, 0.03, Material.metal(new Vec(0.7, 0.5, 0.25), 0.3)),
        Solid.sdf(
                Primitives.cylinder(0.2, 0.14, 0.01)
                    .shell(0.004)
                    .within(Primitives.box(1, 0.13, 1, 0)),
                Bounds.of(-0.21, -0.15, -0.21, 0.21, 0.15, 0.21))
            .paint(Material.matte(new Vec(0.7, 0.6, 0.45)).withEmission(new Vec(2.0, 1.2, 0.55)))
            .place(Transform.at(x, 1.55, z)));
    scene.light(Light.bulb(new Vec(x, 1.5, z), 0.05, new Vec(22, 13, 6)));
  }
}
