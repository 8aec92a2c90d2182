package org.brandimage.examples.scenes.backgrounds;

import java.util.List;
import org.brandimage.examples.scenes.LibraryPicture;
import org.brandimage.examples.scenes.tracer.*;

/** A test. */
final class StudioSweep {
  private StudioSweep() {}

  static LibraryPicture picture() {
    return new LibraryPicture("studio-sweep", LibraryPicture.Kind.BACKGROUND, "x", List.of("a"), 0, 1, Development.photograph(), StudioSweep::scene);
  }

  private static Scene scene() {
    Camera c = Camera.looking(new Vec(0, 0.4, 1.4), new Vec(0, 0.1, 0), 30).withLens(1.4, 0.008);
    Solid floor = Solid.floor(0, 5).paint((p, n) -> Material.glossy(Vec.grey(0.5).times(1 + 0.5 * Noise.fractal(p.x()*8, 0, p.z()*8, 4)), 0.4));
    Solid ball = Solid.ball(new Vec(-0.25, 0.1, 0), 0.1).paint(Material.metal(Vec.srgb(0xf0c060), 0.25));
    Solid glass = Solid.ball(new Vec(0.0, 0.08, 0.12), 0.08).paint(Material.glass(Vec.grey(0.98), 0, Material.Glass.BODY));
    Solid b = Solid.sdf(Primitives.box(0.08, 0.08, 0.08, 0.02).blend(Primitives.capsule(new Vec(0, 0.05, 0), new Vec(0, 0.2, 0), 0.03, 0.03), 0.04), Bounds.of(-0.1, -0.1, -0.1, 0.1, 0.25, 0.1)).place(Transform.at(0.25, 0.08, 0)).paint(Material.glossy(Vec.srgb(0xc03020), 0.5).withCoat(1, 0.05))
      .bump((x, y, z) -> 0.0008 * Noise.cellBorder(x * 100, y * 100, z * 100));
    return Scene.seenBy(c).add(floor, ball, b, glass).sky(Sky.gradient(Vec.grey(0.2), Vec.grey(0.15), Vec.grey(0.05)))
      .light(Light.panel(new Vec(-1, 1.2, 0.5), new Vec(0.6, 0.4, 0), new Vec(0, 0, -0.6), new Vec(9, 8, 7))).light(Light.bulb(new Vec(0.5, 0.03, -0.5), 0.03, new Vec(20, 10, 4))).build();
  }
}
