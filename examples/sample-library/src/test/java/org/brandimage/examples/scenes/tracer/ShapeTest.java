package org.brandimage.examples.scenes.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.junit.jupiter.api.Test;

class ShapeTest {

  private static final double FAR = 1e6;
  private static final BallShape BALL = new BallShape(Vec.ZERO, 0.3);
  private static final SdfShape TRACED =
      new SdfShape(Primitives.ball(0.3), Bounds.around(Vec.ZERO, Vec.grey(0.31)));

  @Test
  void hit_ballAsDistanceField_isWhereTheFormulaSays() {
    int hits = 0;
    for (int i = 0; i < 400; i++) {
      Vec o = new Vec(2, random(i, 1) - 0.5, random(i, 2) - 0.5);
      Vec d = new Vec(-2, 0.7 * (random(i, 3) - 0.5), 0.7 * (random(i, 4) - 0.5)).unit();
      double exact = BALL.hit(o, d, 0, FAR);
      double traced = TRACED.hit(o, d, 0, FAR);
      double miss = o.along(d, -o.dot(d)).length();
      if (Math.abs(miss - 0.3) < 2e-4) {
        continue;
      }
      if (exact == Shape.MISS) {
        assertThat(traced).isEqualTo(Shape.MISS);
      } else {
        hits++;
        assertThat(o.along(d, traced).length()).isCloseTo(0.3, within(2e-4));
        assertThat(traced).isCloseTo(exact, within(3e-3));
      }
    }
    assertThat(hits).isGreaterThan(50);
  }

  @Test
  void normal_ballAsDistanceField_pointsOutward() {
    Vec p = new Vec(1, 2, -2).unit().times(0.3);

    assertThat(TRACED.normal(p, 1).minus(BALL.normal(p, 1)).length()).isLessThan(1e-3);
  }

  @Test
  void hit_fromInside_findsTheWall() {
    assertThat(TRACED.hit(Vec.ZERO, Vec.UP, 0, FAR)).isCloseTo(0.3, within(1e-4));
    assertThat(BALL.hit(Vec.ZERO, Vec.UP, 0, FAR)).isCloseTo(0.3, within(1e-12));
  }

  @Test
  void hit_quad_onlyBetweenItsSides() {
    QuadShape quad = new QuadShape(Vec.ZERO, new Vec(1, 0, 0), new Vec(0, 2, 0));

    assertThat(quad.hit(new Vec(0.5, 1.9, 3), new Vec(0, 0, -1), 0, FAR)).isEqualTo(3);
    assertThat(quad.hit(new Vec(0.5, 2.1, 3), new Vec(0, 0, -1), 0, FAR)).isEqualTo(Shape.MISS);
    assertThat(quad.normal(Vec.ZERO, 0)).isEqualTo(new Vec(0, 0, 1));
  }

  @Test
  void hit_placedSolid_followsItsPlacement() {
    Solid solid =
        Solid.box(Bounds.of(-1, -1, -1, 1, 1, 1))
            .place(Transform.identity().scaled(0.5).turnedY(45).shifted(0, 0, -4));
    Ray ray = new Ray(Vec.ZERO, new Vec(0, 0, -1));

    assertThat(solid.hit(ray, 0, FAR)).isCloseTo(4 - 0.5 * Math.sqrt(2), within(1e-9));
  }

  @Test
  void place_twice_isRefused() {
    Solid once = Solid.ball(Vec.ZERO, 1).place(Transform.at(1, 0, 0));

    assertThatThrownBy(() -> once.place(Transform.at(1, 0, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("compose");
  }

  @Test
  void nearest_manySolids_agreesWithTryingAll() {
    List<Solid> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Vec c = new Vec(random(i, 5) * 10 - 5, random(i, 6) * 10 - 5, random(i, 7) * 10 - 5);
      all.add(Solid.ball(c, 0.1 + 0.4 * random(i, 8)));
    }
    Bvh bvh = new Bvh(all);
    Probe probe = new Probe();
    for (int i = 0; i < 300; i++) {
      Vec d = new Vec(random(i, 9) - 0.5, random(i, 10) - 0.5, random(i, 11) - 0.5).unit();
      Ray ray = new Ray(d.times(-12), d);
      double least = all.stream().mapToDouble(s -> s.hit(ray, 0, FAR)).min().orElseThrow();
      boolean found = bvh.nearest(ray, probe.reset(0, FAR), false);
      assertThat(found).isEqualTo(least < FAR);
      if (found) {
        assertThat(probe.distance).isEqualTo(least);
      }
    }
  }

  @Test
  void pointBack_anyPlacement_undoesPoint() {
    Transform t =
        Transform.identity().turnedX(20).scaled(3).turnedZ(-70).shifted(1, 2, 3).turnedY(130);
    Vec p = new Vec(0.3, -0.7, 1.1);

    assertThat(t.pointBack(t.point(p)).minus(p).length()).isLessThan(1e-12);
  }

  private static double random(int i, int key) {
    return Noise.random(i, key, 77);
  }
}
