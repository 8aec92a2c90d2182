package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.picture.LibraryPicture;
import org.brandimage.examples.scenes.tracer.Camera;
import org.brandimage.examples.scenes.tracer.Development;
import org.brandimage.examples.scenes.tracer.Light;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Sky;
import org.brandimage.examples.scenes.tracer.Solid;

/**
 * A polished concrete ledge of a café terrace at night; the lights of the street behind are large
 * soft discs.
 */
final class NightTerrace {

  private static final Vec[] LIGHTS = {
    new Vec(3.6, 1.75, 0.50),
    new Vec(3.2, 1.15, 0.25),
    new Vec(3.0, 2.1, 1.1),
    new Vec(3.4, 1.5, 0.4),
    new Vec(0.5, 1.3, 2.3),
    new Vec(2.6, 0.35, 0.22),
    new Vec(0.4, 1.7, 1.3)
  };

  private NightTerrace() {}

  static LibraryPicture picture() {
    return new LibraryPicture(
        "terrace-night",
        LibraryPicture.Kind.BACKGROUND,
        "a polished concrete table on a café terrace at night with large soft bokeh lights of the"
            + " city behind",
        List.of("terrace", "cafe", "night", "city", "concrete", "table", "bokeh", "lights", "dark"),
        0,
        1,
        0.7,
        Development.photograph().withExposure(0.4).withBloom(0.08),
        NightTerrace::scene);
  }

  private static Scene scene() {
    Camera camera =
        Camera.looking(new Vec(0, 0.26, 1.05), new Vec(0, 0.12, -0.3), 36)
            .withLens(1.05, 0.026)
            .withShift(0.16);
    Scene.Builder scene = Scene.seenBy(camera);
    scene.add(
        Solid.box(Bounds.of(-2, -0.06, -0.55, 2, 0, 1.4))
            .paint((p, n) -> concrete(p))
            .bump((x, y, z) -> pores(x, y, z)));
    strings(scene);
    for (int i = 0; i < 4; i++) {
      Vec lamp = new Vec(-9 + 5 * i, 0.8, -27 + 3 * (i % 2));
      scene.light(Light.bulb(lamp, 0.3, new Vec(20, 11.5, 5)).hiddenFromCamera());
    }
    street(scene);
    return scene
        .light(
            Light.panel(
                    new Vec(-1.6, 1.5, 0.2),
                    new Vec(0.4, 0.35, -0.4),
                    new Vec(0.5, 0, 0.5),
                    new Vec(8, 5.3, 2.9))
                .hiddenFromCamera())
        .light(
            Light.panel(
                    new Vec(1.9, 0.9, -0.9),
                    new Vec(0, 0, 0.8),
                    new Vec(-0.2, 0.8, 0),
                    new Vec(1.8, 2.6, 4.2))
                .hiddenFromCamera())
        .sky(
            Sky.gradient(
                new Vec(0.010, 0.014, 0.030),
                new Vec(0.022, 0.022, 0.038),
                new Vec(0.008, 0.007, 0.007)))
        .build();
  }

  private static Material concrete(Vec p) {
    double cloud = Noise.fractal(p.x() * 2.6, p.y(), p.z() * 2.6, 5);
    double mottle = Noise.fractal(p.x() * 16, p.y(), p.z() * 16, 3);
    double speck = Noise.at(p.x() * 380, p.y() * 380, p.z() * 380);
    double hole = hole(p.x(), p.z());
    Vec c = new Vec(0.25, 0.245, 0.24).times(1 + 0.34 * cloud + 0.14 * mottle + 0.10 * speck);
    double rough = 0.30 + 0.20 * Noise.step(-0.3, 0.4, cloud) + 0.4 * hole;
    return Material.glossy(c.times(1 - 0.55 * hole), rough).withCoat(0.25 * (1 - hole), 0.16);
  }

  private static double hole(double x, double z) {
    double cell = Noise.cells(x * 28, 0, z * 28);
    boolean some = Noise.at(x * 6, 9, z * 6) > 0.12;
    return some ? Noise.step(0.13, 0.07, cell) : 0;
  }

  private static double pores(double x, double y, double z) {
    return 0.0001 * Noise.fractal(x * 60, y * 60, z * 60, 3) - 0.0008 * hole(x, z);
  }

  /**
   * Two strings of warm bulbs over the terrace; their size keeps the discs they blur into smooth.
   */
  private static void strings(Scene.Builder scene) {
    for (int k = 0; k < 2; k++) {
      for (int i = 0; i < 11; i++) {
        double s = (i - 5) / 5.0;
        double z = -4.2 - 2.2 * k;
        double x = s * 3.4 + 0.35 * k;
        double y = 1.55 + 0.3 * k + 0.55 * s * s + (k == 0 ? 0.14 : -0.22) * s;
        scene.add(
            Solid.ball(new Vec(x, y, z), 0.062 + 0.02 * k)
                .paint(Material.glow(new Vec(5.2, 2.7, 0.95))));
      }
    }
  }

  private static void street(Scene.Builder scene) {
    scene.add(
        Solid.quad(new Vec(-60, -0.8, 0), new Vec(120, 0, 0), new Vec(0, 0, -90))
            .paint((p, n) -> Material.glossy(new Vec(0.03, 0.03, 0.035), 0.28))
            .bump((x, y, z) -> 0.004 * Noise.fractal(x * 5, 0, z * 3, 3)));
    for (int i = 0; i < 120; i++) {
      double z = -7 - 26 * Math.pow(Noise.random(i, 1, 1), 1.4);
      double x = (Noise.random(i, 1, 2) - 0.5) * 1.15 * -z;
      double y = -0.6 + (0.25 * -z) * Math.pow(Noise.random(i, 1, 3), 1.2);
      double size = -z * (0.006 + 0.007 * Noise.random(i, 1, 4));
      Vec c = LIGHTS[(int) (LIGHTS.length * Math.pow(Noise.random(i, 1, 5), 1.5))];
      double dim = 0.35 + 0.9 * Noise.random(i, 1, 6);
      scene.add(Solid.ball(new Vec(x, y, z), size).paint(Material.glow(c.times(dim))));
    }
    Facade left = new Facade(11, 13, 3, new Vec(0.42, 0.30, 0.22), true);
    Facade middle = new Facade(23, 15, 4, new Vec(0.45, 0.42, 0.38), false);
    Facade right = new Facade(37, 14, 3, new Vec(0.40, 0.28, 0.2), true);
    scene.add(left.solids(Transform.identity().turnedY(35).shifted(-19, -0.8, -16)));
    scene.add(middle.solids(Transform.at(-8, -0.8, -30)));
    scene.add(right.solids(Transform.identity().turnedY(-35).shifted(7, -0.8, -24)));
  }
}
