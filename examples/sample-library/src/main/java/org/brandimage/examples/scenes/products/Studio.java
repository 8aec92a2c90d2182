package org.brandimage.examples.scenes.products;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Camera;
import org.brandimage.examples.scenes.tracer.Light;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Sky;
import org.brandimage.examples.scenes.tracer.Solid;

/**
 * The photographer's table that all products stand on: a soft key light from the upper left, a
 * white floor, a dim tent.
 */
final class Studio {

  private Studio() {}

  /**
   * A product on the table.
   *
   * @param size about the product's longest side, metres; lights and camera keep their place in
   *     proportion to it
   * @param lift height of the middle of the picture, metres
   * @param down how far the camera looks down, degrees
   */
  static Scene scene(double size, double lift, double down, List<Solid> parts) {
    return scene(size, lift, down, parts, 1);
  }

  private static Scene scene(
      double size, double lift, double down, List<Solid> parts, double tent) {
    double far = 3.3 * size;
    double tilt = Math.toRadians(down);
    Vec target = new Vec(0, lift, 0);
    Vec eye = target.plus(new Vec(0, far * Math.sin(tilt), far * Math.cos(tilt)));
    Camera camera = Camera.looking(eye, target, 24);
    Solid floor =
        Solid.floor(0, 12 * size).paint(Material.matte(Vec.grey(0.62))).hiddenFromCamera();
    return Scene.seenBy(camera)
        .transparent()
        .add(parts)
        .add(floor)
        .sky(
            Sky.gradient(Vec.grey(0.26 * tent), Vec.grey(0.15 * tent * tent), Vec.grey(0.08 * tent))
                .glow(new Vec(1.2, 0.35, 0.3), 30, Vec.grey(0.10)))
        .light(key(size), strip(size), rim(size))
        .build();
  }

  /** The same table in a bright tent, for glass, which shows what is behind it. */
  static Scene bright(double size, double lift, double down, List<Solid> parts) {
    return scene(size, lift, down, parts, 2.4);
  }

  /** A softbox two sizes wide, up on the left, in front of the product. */
  private static Light key(double size) {
    Vec centre = new Vec(-2.1, 2.5, 0.95).times(size);
    return panel(centre, 1.7 * size, 1.7 * size, new Vec(3.8, 3.72, 3.6));
  }

  /**
   * A narrow upright box on the left that draws a soft line on whatever shines, and lifts the
   * front.
   */
  private static Light strip(double size) {
    Vec centre = new Vec(-1.75, 0.95, 1.85).times(size);
    return panel(centre, 0.5 * size, 1.7 * size, new Vec(3.2, 3.15, 3.1));
  }

  /** A long strip behind on the right that draws the far edges. */
  private static Light rim(double size) {
    Vec centre = new Vec(2.1, 1.9, -1.7).times(size);
    return panel(centre, 0.9 * size, 2.0 * size, new Vec(1.7, 1.75, 1.85));
  }

  private static Light panel(Vec centre, double width, double height, Vec radiance) {
    Vec front = centre.negated().unit();
    Vec u = Vec.UP.cross(front).unit();
    Vec v = front.cross(u);
    Vec corner = centre.along(u, -width / 2).along(v, -height / 2);
    return Light.panel(corner, u.times(width), v.times(height), radiance).hiddenFromCamera();
  }
}
