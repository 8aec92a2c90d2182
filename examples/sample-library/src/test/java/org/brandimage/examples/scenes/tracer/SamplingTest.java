package org.brandimage.examples.scenes.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.brandimage.examples.scenes.geometry.Vec;
import org.junit.jupiter.api.Test;

class SamplingTest {

  @Test
  void next_sixteenSamplesOfOneHalf_fillEveryCellOfTheGridOnce() {
    // The property of a (0, 2)-sequence: any 16 first points have one in each cell of a 4 × 4 grid.
    Sampler sampler = new Sampler(3);
    for (int pixel = 0; pixel < 20; pixel++) {
      Set<Integer> cells = new HashSet<>();
      for (int i = 0; i < 16; i++) {
        sampler.start(pixel, 2 * i);
        int x = (int) (4 * sampler.next());
        cells.add(4 * x + (int) (4 * sampler.second()));
      }
      assertThat(cells).hasSize(16);
    }
  }

  @Test
  void next_longPath_staysEvenAndInRange() {
    Sampler sampler = new Sampler(1);
    double sum = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      sampler.start(i, 0);
      double v = 0;
      for (int k = 0; k < 50; k++) {
        v = sampler.next();
      }
      assertThat(v).isGreaterThanOrEqualTo(0).isLessThan(1);
      sum += v / n;
    }
    assertThat(sum).isCloseTo(0.5, within(0.01));
  }

  @Test
  void skyTable_evenSky_estimatesItsIrradiance() {
    SkyTable table = new SkyTable(d -> Vec.grey(2));
    Sampler sampler = new Sampler(1);
    double sum = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      sampler.start(1, i);
      double u = sampler.next();
      Vec d = table.sample(u, sampler.second());
      sum += table.radiance(d).x() * Math.max(0, d.y()) / table.density(d) / n;
    }
    assertThat(sum).isCloseTo(2 * Math.PI, within(0.03));
  }

  @Test
  void skyTable_smallGlow_isAimedAt() {
    Sky sky = Sky.gradient(Vec.grey(0.01), Vec.grey(0.01), Vec.grey(0.01));
    Vec towards = new Vec(1, 1, 0).unit();
    SkyTable table = new SkyTable(sky.glow(towards, 8, Vec.grey(50)));
    Sampler sampler = new Sampler(1);
    int inside = 0;
    for (int i = 0; i < 1000; i++) {
      sampler.start(1, i);
      double u = sampler.next();
      inside += table.sample(u, sampler.second()).dot(towards) > Math.cos(0.2) ? 1 : 0;
    }
    assertThat(inside).isGreaterThan(900);
  }

  @Test
  void ray_openLens_meetsInTheFocusPlane() {
    Camera camera = Camera.looking(new Vec(0, 0, 3), Vec.ZERO, 40).withLens(3, 0.1);
    Ray a = camera.ray(0.4, 0.2, 0.1, 0.3);
    Ray b = camera.ray(0.4, 0.2, 0.9, 0.8);
    Vec pa = a.at(-a.origin().z() / a.direction().z());
    Vec pb = b.at(-b.origin().z() / b.direction().z());

    assertThat(pa.minus(pb).length()).isLessThan(1e-9);
    assertThat(a.origin()).isNotEqualTo(b.origin());
  }
}
