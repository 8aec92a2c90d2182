package org.brandimage.examples.scenes.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.brandimage.examples.scenes.geometry.Vec;
import org.junit.jupiter.api.Test;

class BsdfTest {

  private static final Vec UP = new Vec(0, 0, 1);
  private static final List<Material> MATERIALS =
      List.of(
          Material.matte(Vec.ONE),
          Material.glossy(Vec.ONE, 0.3),
          Material.glossy(Vec.ONE, 0.6).withCoat(1, 0.1),
          Material.metal(Vec.ONE, 0.2),
          Material.metal(Vec.ONE, 0.5),
          Material.matte(Vec.grey(0.9)).withSheen(Vec.grey(0.1)));

  @Test
  void sample_whiteFurnace_neverReturnsMoreThanArrives() {
    for (Material m : MATERIALS) {
      for (double degrees : new double[] {0, 30, 60, 80}) {
        assertThat(reflectedBySampling(m, degrees))
            .as("%s at %s degrees", m, degrees)
            .isLessThan(1.03);
      }
    }
  }

  @Test
  void sample_whiteFurnaceSeenFromAbove_returnsNearlyAll() {
    for (Material m : MATERIALS) {
      assertThat(reflectedBySampling(m, 0)).as("%s", m).isGreaterThan(0.86);
    }
  }

  @Test
  void value_integratedEvenly_agreesWithSampling() {
    Material m = Material.glossy(new Vec(0.6, 0.4, 0.2), 0.5).withCoat(0.5, 0.4);
    Bsdf bsdf = bsdf(m, 50);
    double even = 0;
    int n = 200_000;
    Sampler sampler = started();
    for (int i = 0; i < n; i++) {
      sampler.start(3, i);
      even += bsdf.value(hemisphere(sampler)).luminance() * 2 * Math.PI / n;
    }
    double aimed = 0;
    for (int i = 0; i < n; i++) {
      sampler.start(4, i);
      double choice = sampler.next();
      Vec d = bsdf.sample(choice, sampler.next(), sampler.second());
      double p = bsdf.density(d);
      aimed += p > 0 ? bsdf.value(d).luminance() / p / n : 0;
    }
    assertThat(even).isCloseTo(aimed, within(0.01 * aimed));
  }

  @Test
  void density_integratedOverTheHemisphere_isOneForRoughSurfaces() {
    Bsdf bsdf = bsdf(Material.glossy(Vec.grey(0.5), 0.5), 10);
    Sampler sampler = started();
    double sum = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      sampler.start(5, i);
      sum += bsdf.density(hemisphere(sampler)) * 2 * Math.PI / n;
    }
    assertThat(sum).isCloseTo(1, within(0.02));
  }

  @Test
  void value_lightFromBelow_isBlack() {
    Bsdf bsdf = bsdf(Material.matte(Vec.ONE), 20);

    assertThat(bsdf.value(new Vec(0.3, 0, -0.9).unit())).isEqualTo(Vec.ZERO);
  }

  @Test
  void value_metal_isReciprocal() {
    Material m = Material.metal(Vec.grey(0.8), 0.5);
    Vec a = at(20);
    Vec b = at(-65);
    double there = new Bsdf(m, UP, UP, a).value(b).luminance() / b.z();
    double back = new Bsdf(m, UP, UP, b).value(a).luminance() / a.z();

    assertThat(there).isCloseTo(back, within(1e-9 * back));
  }

  private static double reflectedBySampling(Material m, double degrees) {
    Bsdf bsdf = bsdf(m, degrees);
    Sampler sampler = started();
    double sum = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      sampler.start(9, i);
      double choice = sampler.next();
      Vec d = bsdf.sample(choice, sampler.next(), sampler.second());
      double p = bsdf.density(d);
      sum += p > 0 ? bsdf.value(d).luminance() / p : 0;
    }
    return sum / n;
  }

  private static Bsdf bsdf(Material m, double degrees) {
    return new Bsdf(m, UP, UP, at(degrees));
  }

  private static Vec at(double degrees) {
    double a = Math.toRadians(degrees);
    return new Vec(Math.sin(a), 0, Math.cos(a));
  }

  private static Sampler started() {
    return new Sampler(7);
  }

  private static Vec hemisphere(Sampler s) {
    double z = s.next();
    double phi = 2 * Math.PI * s.second();
    double r = Math.sqrt(1 - z * z);
    return new Vec(r * Math.cos(phi), r * Math.sin(phi), z);
  }
}
