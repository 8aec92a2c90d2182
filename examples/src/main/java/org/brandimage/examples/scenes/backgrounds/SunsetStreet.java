package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.LibraryPicture;
import org.brandimage.examples.scenes.tracer.Bounds;
import org.brandimage.examples.scenes.tracer.Camera;
import org.brandimage.examples.scenes.tracer.Development;
import org.brandimage.examples.scenes.tracer.Haze;
import org.brandimage.examples.scenes.tracer.Light;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Noise;
import org.brandimage.examples.scenes.tracer.Primitives;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Sdf;
import org.brandimage.examples.scenes.tracer.Solid;
import org.brandimage.examples.scenes.tracer.Transform;
import org.brandimage.examples.scenes.tracer.Vec;

/** An old town street, looking into the setting sun from close above the wet setts. */
final class SunsetStreet {

  private static final Vec SUN = new Vec(0.075, 0.088, -1).unit();
  private static final double HALF_STREET = 5.2;

  private SunsetStreet() {}

  static LibraryPicture picture() {
    return new LibraryPicture(
        "street-sunset",
        LibraryPicture.Kind.BACKGROUND,
        "an urban street at sunset with wet paving stones, old house fronts with glowing windows"
            + " and the low sun at the end of the street",
        List.of("street", "city", "urban", "sunset", "evening", "paving", "wet", "windows", "warm"),
        0,
        1.25,
        Development.photograph().withExposure(-0.75).withBloom(0.06),
        SunsetStreet::scene);
  }

  private static Scene scene() {
    Camera camera =
        Camera.looking(new Vec(0, 0.42, 1.6), new Vec(0, 0.42, -10), 42)
            .withLens(1.75, 0.0075)
            .withShift(0.10);
    Scene.Builder scene = Scene.seenBy(camera).add(Paving.solids(1.3, -3.4, 2.9));
    houses(scene, -1);
    houses(scene, 1);
    lamps(scene);
    return scene
        .sky(new SunsetSky(SUN, 0.85))
        .light(Light.sun(SUN, 1.1, new Vec(6.5, 2.9, 0.9)))
        .haze(new Haze(0.0045, new Vec(0.40, 0.31, 0.33), new Vec(1.5, 0.72, 0.24), SUN, 14))
        .build();
  }

  private static void houses(Scene.Builder scene, int side) {
    double z = 7;
    for (int i = 0; z > -110; i++) {
      int seed = i * 2 + side + 40;
      double width = 7 + 6 * Noise.random(seed, 1, 1);
      int floors = 2 + (int) (3 * Noise.random(seed, 1, 2));
      boolean brick = Noise.random(seed, 1, 3) < 0.35;
      Vec plaster = new Vec(0.46, 0.38, 0.29).mix(new Vec(0.50, 0.44, 0.40), Noise.random(seed, 1, 4));
      Vec wall = brick ? new Vec(0.30, 0.12, 0.08) : plaster;
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
    scene.add(kerb.paint((p, n) -> Material.glossy(Vec.grey(0.2 + 0.06 * Noise.fractal(p.x() * 2, 0, p.z() * 2, 3)), 0.5)));
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
}
