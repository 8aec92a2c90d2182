package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Sdf;
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

/** A seamless paper sweep in a studio, with the soft shadow of a palm leaf falling on its back. */
final class StudioSweep {

  private static final double BEND = 3.0;
  private static final double BACK = -2.6;
  private static final Vec SUN = new Vec(-0.80, 0.62, 0.58);

  private StudioSweep() {}

  static LibraryPicture picture() {
    return new LibraryPicture(
        "studio-sweep",
        LibraryPicture.Kind.BACKGROUND,
        "a seamless warm beige paper backdrop in a photo studio with a soft gradient and the faint"
            + " shadow of palm leaves",
        List.of(
            "studio", "backdrop", "paper", "seamless", "minimal", "beige", "gradient", "shadow"),
        0,
        1,
        0.55,
        Development.photograph().withExposure(0.35).withBloom(0.04),
        StudioSweep::scene);
  }

  private static Scene scene() {
    Camera camera =
        Camera.looking(new Vec(0, 0.42, 2.0), new Vec(0, 0.22, 0), 30).withLens(1.95, 0.006);
    Scene.Builder scene = Scene.seenBy(camera).add(paper());
    leaves(scene);
    return scene
        .light(
            Light.window(
                new Vec(-2.4, 1.1, 1.9),
                new Vec(0.9, 0, -1.8),
                new Vec(0.9, 0.9, 0.5),
                new Vec(1.0, 1.0, 1.0)))
        .light(Light.sun(SUN, 1.3, new Vec(2.4, 1.95, 1.45)))
        .sky(
            Sky.gradient(
                new Vec(0.30, 0.30, 0.32), new Vec(0.24, 0.23, 0.23), new Vec(0.12, 0.11, 0.10)))
        .build();
  }

  /** Floor and back wall in one sheet, joined by a quarter circle. */
  private static Solid paper() {
    Sdf room = (x, y, z) -> Math.min(y, z - BACK);
    Sdf sheet =
        (x, y, z) -> {
          double dy = BEND - y;
          double dz = BACK + BEND - z;
          return dy > 0 && dz > 0 ? BEND - Math.sqrt(dy * dy + dz * dz) : room.distance(x, y, z);
        };
    Material material =
        Material.matte(new Vec(0.70, 0.56, 0.44)).withRoughness(0.9).withSpecular(0.2);
    return Solid.sdf(sheet, Bounds.of(-5, -0.05, BACK - 0.05, 5, 4, 3))
        .paint(material)
        .bump((x, y, z) -> 0.00002 * Noise.fractal(x * 500, y * 500, z * 500, 2));
  }

  /** A palm frond out of the picture, between the sun and the back of the sweep. */
  private static void leaves(Scene.Builder scene) {
    Material green = Material.matte(new Vec(0.1, 0.2, 0.08));
    Vec out = SUN.unit();
    for (int frond = 0; frond < 2; frond++) {
      Vec aim = new Vec(0.72 - 0.85 * frond, 0.92 + 0.12 * frond, -1.6);
      Vec middle = aim.along(out, 1.3 + 0.25 * frond);
      Transform turn =
          Transform.identity()
              .scaled(2.1)
              .turnedZ(frond == 0 ? 212 : 262)
              .turnedY(-30)
              .shifted(middle.x(), middle.y(), middle.z());
      Vec[] spine =
          Curve.open(6, new Vec(-0.5, -0.02, 0), new Vec(0, 0.05, 0), new Vec(0.5, -0.1, 0));
      for (int i = 3; i < spine.length; i++) {
        for (int side = -1; side <= 1; side += 2) {
          double length = 0.34 * Math.sin(Math.PI * (0.12 + 0.8 * i / spine.length));
          Sdf leaf =
              Primitives.ellipsoid(length / 2, 0.014, 0.004).moved(length / 2, 0, 0).safe(0.5);
          Transform lie =
              Transform.identity()
                  .turnedZ(side * (38 + 10 * Noise.random(i, side, frond)))
                  .shifted(spine[i].x(), spine[i].y(), 0);
          scene.add(
              Solid.sdf(leaf.placed(lie), Bounds.of(-0.9, -0.5, -0.02, 0.95, 0.5, 0.02))
                  .paint(green)
                  .place(turn)
                  .hiddenFromCamera());
        }
      }
    }
  }
}
