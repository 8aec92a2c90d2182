package org.brandimage.examples.scenes.products;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/** A white low-top leather sneaker. */
final class Sneaker {

  private Sneaker() {}

  /** Three-quarter view of the outer side. */
  static Scene scene() {
    return Studio.scene(0.30, 0.055, 13, parts(Transform.at(-0.143, 0, 0).turnedY(-32)));
  }

  /** The inner side with the toe to the left. */
  static Scene side() {
    return Studio.scene(0.30, 0.055, 12, parts(Transform.at(-0.143, 0, 0).turnedY(197)));
  }

  private static List<Solid> parts(Transform place) {
    SneakerShape shape = new SneakerShape();
    List<Solid> all = new ArrayList<>();
    all.add(new SneakerUpper(shape).solid());
    all.add(new SneakerSole(shape).solid());
    all.add(insole(shape));
    all.addAll(new SneakerLaces(shape).solids());
    return all.stream().map(part -> part.place(place)).toList();
  }

  private static Solid insole(SneakerShape shape) {
    Sdf body =
        (x, y, z) -> Math.max(shape.sole.distance(x, z) + 0.006, Math.abs(y - 0.030) - 0.006);
    return Solid.sdf(body, Bounds.of(0, 0.022, -0.05, 0.2, 0.037, 0.05))
        .paint(Material.matte(Vec.srgb(0x8f949c)));
  }
}
