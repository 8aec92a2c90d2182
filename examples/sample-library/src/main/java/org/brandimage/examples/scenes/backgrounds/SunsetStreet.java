package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.picture.LibraryPicture;
import org.brandimage.examples.scenes.tracer.Camera;
import org.brandimage.examples.scenes.tracer.Development;
import org.brandimage.examples.scenes.tracer.Haze;
import org.brandimage.examples.scenes.tracer.Light;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/** An old town street, looking into the setting sun from close above the wet setts. */
final class SunsetStreet {

  private static final Vec SUN = new Vec(0.035, 0.085, -1).unit();
  private static final Vec[] PLASTERS = {
    new Vec(0.50, 0.36, 0.20), new Vec(0.30, 0.33, 0.36), new Vec(0.56, 0.50, 0.42),
    new Vec(0.42, 0.22, 0.15), new Vec(0.34, 0.36, 0.30), new Vec(0.50, 0.42, 0.36)
  };
  private static final double HALF_STREET = 5.2;

  private SunsetStreet() {}

  static LibraryPicture picture() {
    return new LibraryPicture(
        "street-sunset",
        LibraryPicture.Kind.BACKGROUND,
        "an urban street at sunset with wet paving stones and glowing windows",
        List.of("street", "city", "urban", "sunset", "evening", "paving", "wet", "windows", "warm"),
        0,
        1.25,
        0.62,
        Development.photograph().withExposure(-0.6).withBloom(0.06),
        SunsetStreet::scene);
  }

  private static Scene scene() {
    Camera camera =
        Camera.looking(new Vec(0, 0.42, 1.6), new Vec(0, 0.42, -10), 42)
            .withLens(1.75, 0.0075)
            .withShift(0.10);
    Scene.Builder scene = Scene.seenBy(camera).add(Paving.solids(1.3, -6.5, 3.9));
    houses(scene, -1);
    houses(scene, 1);
    lamps(scene);
    strings(scene);
    return scene
        .sky(new SunsetSky(SUN, 0.85))
        .light(Light.sun(SUN, 1.1, new Vec(6.5, 2.9, 0.9)))
        .haze(new Haze(0.0042, new Vec(0.28, 0.26, 0.34), new Vec(1.5, 0.70, 0.22), SUN, 14))
        .build();
  }

  private static void houses(Scene.Builder scene, int side) {
    double z = 7;
    for (int i = 0; z > -110; i++) {
      int seed = i * 2 + side + 40;
      double width = 7 + 6 * Noise.random(seed, 1, 1);
      int floors = 2 + (int) (3 * Noise.random(seed, 1, 2));
      boolean brick = Noise.random(seed, 1, 3) < 0.35;
      Vec plaster = PLASTERS[(int) (PLASTERS.length * Noise.random(seed, 1, 4))];
      Vec wall = brick ? new Vec(0.30, 0.11, 0.07) : plaster;
      Facade f = new Facade(seed, width, floors, wall, brick);
      double x = side * (HALF_STREET + 2.2);
      Transform place =
          side < 0
              ? Transform.identity().turnedY(90).shifted(x, 0, z)
              : Transform.identity().turnedY(-90).shifted(x, 0, z - width);
      scene.add(f.solids(place));
      z -= width;
    }
    double inner = side * HALF_STREET;
    double outer = side * (HALF_STREET + 2.4);
    Solid kerb =
        Solid.box(Bounds.of(Math.min(inner, outer), -0.1, -110, Math.max(inner, outer), 0.14, 7));
    scene.add(
        kerb.paint(
            (p, n) ->
                Material.glossy(
                    Vec.grey(0.2 + 0.06 * Noise.fractal(p.x() * 2, 0, p.z() * 2, 3)), 0.5)));
  }

  private static void lamps(Scene.Builder scene) {
    Material iron = Material.glossy(Vec.grey(0.03), 0.4);
    for (int i = 0; i < 5; i++) {
      for (int side = -1; side <= 1; side += 2) {
        double z = -7 - 12 * i - (side > 0 ? 6 : 0);
        double x = side * (HALF_STREET + 0.45);
        Vec foot = new Vec(x, 0, z);
        Vec head = new Vec(x, 4.1, z);
        Sdf pole = Primitives.capsule(foot, head, 0.075, 0.045);
        Sdf cap = Primitives.cylinder(0.22, 0.05, 0.03).moved(x, 4.72, z);
        Bounds b = Bounds.of(x - 0.3, 0, z - 0.3, x + 0.3, 4.8, z + 0.3);
        scene.add(Solid.sdf(pole.and(cap), b).paint(iron));
        scene.light(Light.bulb(new Vec(x, 4.42, z), 0.2, new Vec(16, 9.5, 4.2)));
      }
    }
  }

  /** Strings of small warm bulbs from house to house. */
  private static void strings(Scene.Builder scene) {
    Material bulb = Material.glow(new Vec(15, 7.5, 2.6));
    Material wire = Material.matte(Vec.grey(0.03));
    for (int k = 0; k < 6; k++) {
      double z = -5.5 - 5.5 * k;
      double sag = 0.8 + 0.5 * Noise.random(k, 2, 2);
      Vec last = null;
      for (int i = -9; i <= 9; i++) {
        double s = i / 9.0;
        double skew = 1.6 * s * (k % 2 == 0 ? 1 : -1);
        Vec p = new Vec(7.4 * s, 5.0 + 0.3 * s - sag * (1 - s * s), z + skew);
        if (last != null) {
          Bounds box = new Bounds(p, p).union(new Bounds(last, last)).grow(0.02);
          scene.add(Solid.sdf(Primitives.capsule(last, p, 0.01, 0.01), box).paint(wire));
        }
        scene.add(Solid.ball(p.plus(new Vec(0, -0.07, 0)), 0.055).paint(bulb));
        last = p;
      }
    }
  }
}
