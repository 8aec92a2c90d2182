package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Relief;
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

/**
 * A beach early in the morning: rippled sand close by, low sun, surf and a headland out of focus.
 */
final class MorningBeach {

  private static final Vec SUN = new Vec(-0.66, 0.31, -0.66).unit();
  private static final double SHORE = -6.5;

  private MorningBeach() {}

  static LibraryPicture picture() {
    return new LibraryPicture(
        "beach-morning",
        LibraryPicture.Kind.BACKGROUND,
        "a quiet sandy beach in the early morning with wind ripples in the sand, gentle surf and a"
            + " hazy headland under a soft sky",
        List.of(
            "beach", "sand", "sea", "coast", "morning", "sunrise", "nature", "outdoor", "summer"),
        0,
        1.25,
        0.63,
        Development.photograph().withExposure(-0.4).withBloom(0.06),
        MorningBeach::scene);
  }

  private static Scene scene() {
    Camera camera =
        Camera.looking(new Vec(0, 0.42, 1.55), new Vec(0, 0.30, -1), 40)
            .withLens(1.75, 0.0085)
            .withShift(0.17);
    Scene.Builder scene = Scene.seenBy(camera);
    sand(scene);
    sea(scene);
    headland(scene);
    pebbles(scene);
    grass(scene, -1.95, -2.9, 1);
    grass(scene, 2.45, -4.4, 2);
    return scene
        .sky(MorningBeach::sky)
        .light(Light.sun(SUN, 0.6, new Vec(8.5, 5.6, 3.0)))
        .haze(new Haze(0.003, new Vec(0.55, 0.54, 0.62), new Vec(1.0, 0.66, 0.36), SUN, 6))
        .build();
  }

  private static Vec sky(Vec d) {
    double y = Math.max(0, d.y());
    double near = Math.max(0, d.dot(SUN));
    Vec horizon = new Vec(0.95, 0.76, 0.66).mix(new Vec(1.9, 1.25, 0.68), Math.pow(near, 5));
    Vec clear =
        horizon
            .mix(new Vec(0.34, 0.50, 0.76), Noise.step(0, 0.32, y))
            .mix(new Vec(0.11, 0.24, 0.54), Noise.step(0.25, 1, y));
    clear =
        clear
            .along(new Vec(5, 3.3, 1.7), Math.pow(near, 120))
            .along(new Vec(1.2, 0.8, 0.4), Math.pow(near, 16));
    double s = 1 / (y + 0.16);
    double warp = Noise.fractal(d.x() * s, 3, d.z() * s, 3);
    double cloud = Noise.fractal(d.x() * s * 0.7 + 0.8 * warp, 8, d.z() * s * 1.6 + warp, 6);
    double cover = 0.75 * Noise.step(-0.02, 0.5, cloud) * Noise.step(0.02, 0.16, y);
    Vec lit = new Vec(1.25, 1.05, 0.95).mix(new Vec(2.4, 1.6, 0.95), Math.pow(near, 6));
    return clear.mix(lit, cover);
  }

  private static void sand(Scene.Builder scene) {
    Relief relief = Relief.of(MorningBeach::dunes, Bounds.of(-4.2, 0, -6, 4.2, 0, 1.4), 0.0035);
    Sdf body = (x, y, z) -> (y - relief.at(x, z)) * 0.8;
    scene.add(
        Solid.sdf(body, Bounds.of(-4.2, -0.06, -6, 4.2, 0.06, 1.4))
            .paint((p, n) -> grains(p, 0))
            .bump((x, y, z) -> fine(x, z)));
    scene.add(
        Solid.quad(new Vec(-90, -0.03, -5.9), new Vec(180, 0, 0), new Vec(0, -0.35, SHORE - 3))
            .paint(
                (p, n) ->
                    grains(p, Noise.step(-5.6, -6.6, p.z() + 0.3 * Noise.at(p.x() * 0.5, 1, 0)))));
    scene.add(
        Solid.quad(new Vec(-90, -0.05, 1.4), new Vec(180, 0, 0), new Vec(0, 0, -7.3))
            .paint((p, n) -> grains(p, 0)));
  }

  private static double dunes(double x, double z) {
    double broad = 0.035 * Noise.fractal(x * 0.55 + 4, 0, z * 0.55, 3);
    double bend = 0.9 * Noise.fractal(x * 0.9, 7, z * 0.9, 3);
    double phase = (z * 0.92 + x * 0.30) * 11.5 + 2.4 * bend;
    double wave = phase - Math.floor(phase);
    double crest = wave < 0.68 ? wave / 0.68 : (1 - wave) / 0.32;
    double strength = 0.5 + 0.5 * Noise.step(-0.4, 0.2, Noise.fractal(x * 0.8 + 9, 2, z * 0.8, 2));
    double ripple = 0.0135 * strength * (crest * crest * (3 - 2 * crest) - 0.5);
    double lumps = 0.0016 * Noise.fractal(x * 28, 3, z * 28, 3);
    return broad + ripple + lumps;
  }

  private static double fine(double x, double z) {
    return 0.00045 * Noise.at(x * 330, 0, z * 330) + 0.0003 * Noise.at(x * 800, 4, z * 800);
  }

  private static Material grains(Vec p, double wet) {
    double speck = Noise.at(p.x() * 700, 1, p.z() * 700);
    double patch = Noise.fractal(p.x() * 1.6, 5, p.z() * 1.6, 3);
    Vec c = new Vec(0.57, 0.42, 0.265).times(1 + 0.22 * speck + 0.16 * patch);
    c = c.mix(new Vec(0.16, 0.12, 0.08), Noise.step(0.45, 0.6, speck) * 0.5);
    Material dry = Material.matte(c).withRoughness(0.9).withSpecular(0.2);
    return wet <= 0
        ? dry
        : Material.glossy(c.times(1 - 0.6 * wet), 0.8 - 0.66 * wet).withCoat(0.8 * wet, 0.1);
  }

  private static void sea(Scene.Builder scene) {
    Solid water =
        Solid.quad(new Vec(-400, -0.10, SHORE), new Vec(800, 0, 0), new Vec(0, 0, -900))
            .paint((p, n) -> water(p))
            .bump(
                (x, y, z) ->
                    0.05 * Noise.fractal(x * 0.55, 0, z * 1.3, 4)
                        + 0.012 * Noise.fractal(x * 4, 3, z * 7, 3));
    scene.add(water);
    for (int i = 0; i < 3; i++) {
      double z0 = SHORE - 1.2 - 3.4 * i;
      double high = 0.16 + 0.07 * i;
      Sdf roller =
          (x, y, z) -> {
            double bend = 0.7 * Noise.fractal(x * 0.16 + z0, 0, 2, 3);
            double h =
                high * (0.4 + 0.6 * Noise.step(-0.3, 0.3, Noise.at(x * 0.13 + 5 * z0, 1, 4)));
            double dy = (y + 0.12) / h;
            double dz = (z - z0 - bend) / (h * 2.2);
            return (Math.sqrt(dy * dy + dz * dz) - 1) * h * 0.45;
          };
      scene.add(
          Solid.sdf(roller, Bounds.of(-22, -0.12, z0 - 1.6, 22, 0.2, z0 + 1.6))
              .paint((p, n) -> foam(p)));
    }
  }

  private static Material water(Vec p) {
    double lace = Noise.fractal(p.x() * 1.1, 0, p.z() * 2.4, 5);
    double near = Noise.step(SHORE - 4.5, SHORE - 0.1, p.z());
    double white = Noise.step(0.28, 0.5, lace + 0.55 * near * near);
    Vec c = new Vec(0.022, 0.060, 0.070).mix(new Vec(0.10, 0.15, 0.13), near);
    return Material.glossy(c.mix(Vec.grey(0.72), white), 0.10 + 0.6 * white);
  }

  private static Material foam(Vec p) {
    double white =
        Noise.step(
            -0.9, -0.2, Noise.fractal(p.x() * 1.6, p.y() * 5, p.z() * 2.5, 4) + 2 * (p.y() + 0.03));
    return Material.glossy(
        new Vec(0.05, 0.11, 0.11).mix(Vec.grey(0.75), white), 0.15 + 0.6 * white);
  }

  private static void headland(Scene.Builder scene) {
    for (int i = 0; i < 2; i++) {
      int seed = i;
      double z0 = -160 - 140 * i;
      Sdf hills =
          (x, y, z) -> {
            double rise = Noise.step(-40 + 70 * seed, 95 + 90 * seed, x) * (15 + 12 * seed);
            double top = rise * (0.75 + 0.5 * Noise.fractal(x * 0.021 + seed * 7, z * 0.02, 3, 5));
            return (y - top + Math.abs(z - z0) * 0.25) * 0.55;
          };
      scene.add(
          Solid.sdf(hills, Bounds.of(-60, -1, z0 - 60, 330, 42, z0 + 60))
              .paint(
                  (p, n) ->
                      Material.matte(
                          new Vec(0.10, 0.12, 0.07)
                              .times(
                                  0.8
                                      + 0.8
                                          * Noise.fractal(
                                              p.x() * 0.2, p.y() * 0.3, p.z() * 0.2, 4)))));
    }
  }

  private static void pebbles(Scene.Builder scene) {
    for (int i = 0; i < 34; i++) {
      double z = -0.6 - 4.6 * Noise.random(i, 3, 1);
      double x = (Noise.random(i, 3, 2) - 0.5) * (1.6 + 1.1 * -z);
      double r = 0.010 + 0.028 * Math.pow(Noise.random(i, 3, 3), 2);
      Vec c = new Vec(0.30, 0.27, 0.25).mix(new Vec(0.62, 0.56, 0.50), Noise.random(i, 3, 4));
      Sdf stone = Primitives.ellipsoid(r * 1.4, r * 0.7, r).safe(0.8);
      scene.add(
          Solid.sdf(stone, Bounds.of(-1.5 * r, -r, -1.1 * r, 1.5 * r, r, 1.1 * r))
              .paint(Material.glossy(c, 0.55))
              .place(
                  Transform.identity()
                      .turnedY(360 * Noise.random(i, 3, 5))
                      .shifted(x, dunes(x, z) + 0.25 * r, z)));
    }
  }

  /** A tuft of dry beach grass. */
  private static void grass(Scene.Builder scene, double x, double z, int seed) {
    for (int i = 0; i < 110; i++) {
      double a = 2 * Math.PI * Noise.random(i, seed, 1);
      double r = 0.28 * Math.sqrt(Noise.random(i, seed, 2));
      double h = 0.28 + 0.40 * Noise.random(i, seed, 3);
      double lean = 0.10 + 0.30 * Noise.random(i, seed, 4);
      Vec foot = new Vec(x + r * Math.cos(a), dunes(x, z) - 0.02, z + r * Math.sin(a));
      Vec middle =
          foot.plus(new Vec(lean * 0.35 * Math.cos(a), h * 0.65, lean * 0.35 * Math.sin(a)));
      Vec tip = foot.plus(new Vec(lean * Math.cos(a) + 0.08, h, lean * Math.sin(a)));
      Vec c = new Vec(0.34, 0.33, 0.12).mix(new Vec(0.55, 0.44, 0.22), Noise.random(i, seed, 5));
      scene.add(Props.rod(0.0035, Curve.open(3, foot, middle, tip), Material.matte(c)));
    }
  }
}
