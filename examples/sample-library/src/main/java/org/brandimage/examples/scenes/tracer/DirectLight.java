package org.brandimage.examples.scenes.tracer;

import java.util.List;
import java.util.Objects;
import org.brandimage.examples.scenes.geometry.Vec;
import org.jspecify.annotations.Nullable;

/**
 * The light that reaches a point straight from the sun, the sky and one of the lamps. One per
 * thread.
 */
final class DirectLight {

  private static final int MOST_PANES = 6;

  private final Scene scene;
  private final Probe probe;
  private final double[] strengths;

  DirectLight(Scene scene, Probe probe) {
    this.scene = scene;
    this.probe = probe;
    this.strengths = new double[scene.lights().size()];
  }

  /**
   * The light at a point. The first surface is lit by all three; further ones by one of them,
   * chosen at random and counted for all, which saves two thirds of the shadow rays.
   */
  Vec at(Hit hit, Bsdf bsdf, Sampler sampler, boolean first) {
    Light.Sun sun = scene.sun();
    SkyTable sky = scene.sky();
    boolean lamps = !scene.lights().isEmpty();
    int kinds = (sun != null ? 1 : 0) + (sky != null ? 1 : 0) + (lamps ? 1 : 0);
    boolean all = first || kinds < 2;
    int turn = all ? -1 : (int) (sampler.next() * kinds);
    Vec sum = Vec.ZERO;
    if (sun != null && (all || turn-- == 0)) {
      double u = sampler.next();
      sum = sum.plus(arriving(hit, bsdf, sun.sample(hit.point(), u, sampler.second())));
    }
    if (sky != null && (all || turn-- == 0)) {
      double u = sampler.next();
      Vec d = sky.sample(u, sampler.second());
      Light.Sample s = new Light.Sample(d, Shape.MISS, sky.radiance(d), sky.density(d));
      sum = sum.plus(arriving(hit, bsdf, s));
    }
    if (lamps && (all || turn == 0)) {
      sum = sum.plus(lamp(hit, bsdf, sampler));
    }
    return sum.times(all ? 1 : kinds);
  }

  private Vec lamp(Hit hit, Bsdf bsdf, Sampler sampler) {
    double total = total(hit.point());
    if (total == 0) {
      return Vec.ZERO;
    }
    List<Light> lights = scene.lights();
    double key = sampler.next() * total;
    int i = 0;
    while (i < lights.size() - 1 && key >= strengths[i]) {
      key -= strengths[i++];
    }
    double chance = strengths[i] / total;
    double u = sampler.next();
    Light.Sample s = lights.get(i).emitter().sample(hit.point(), u, sampler.second());
    if (s == null || chance == 0) {
      return Vec.ZERO;
    }
    return arriving(
        hit,
        bsdf,
        new Light.Sample(s.direction(), s.distance(), s.radiance(), s.density() * chance));
  }

  /** The chance that a lamp is the one chosen at a point. */
  double chance(Light light, Vec p) {
    double total = total(p);
    return total == 0 ? 0 : light.emitter().strength(p) / total;
  }

  private double total(Vec p) {
    double total = 0;
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = scene.lights().get(i).emitter().strength(p);
      total += strengths[i];
    }
    return total;
  }

  private Vec arriving(Hit hit, Bsdf bsdf, Light.@Nullable Sample s) {
    if (s == null || s.density() <= 0) {
      return Vec.ZERO;
    }
    Vec value = bsdf.value(s.direction());
    if (value.max() <= 0) {
      return Vec.ZERO;
    }
    double found = bsdf.density(s.direction());
    double weight = s.density() * s.density() / (s.density() * s.density() + found * found);
    Vec arrives = value.times(s.radiance()).times(weight / s.density());
    if (arrives.max() < 1e-5) {
      return Vec.ZERO;
    }
    Vec from = hit.start(s.direction());
    // The ray starts off the surface, which may bring it nearer to the lamp: the lamp must not
    // count as its own obstacle.
    double gap = from.minus(hit.point()).length();
    return arrives.times(passing(from, s.direction(), s.distance() - gap));
  }

  private Vec passing(Vec from, Vec direction, double distance) {
    Vec passes = Vec.ONE;
    Ray ray = new Ray(from, direction);
    double start = 0;
    double end = distance == Shape.MISS ? distance : distance * 0.9999 - 1e-4;
    if (scene.blocked(ray, probe, start, end)) {
      return Vec.ZERO;
    }
    for (int i = 0; scene.anyClear() && i < MOST_PANES; i++) {
      if (!scene.nearest(ray, probe.reset(start, end), false)) {
        return passes;
      }
      Solid solid = Objects.requireNonNull(probe.solid);
      Vec p = ray.at(probe.distance);
      Vec n = solid.normal(p, probe.distance);
      Material m = solid.material(p, n);
      if (m.glass() == Material.Glass.NONE) {
        return Vec.ZERO;
      }
      double reflected = Bsdf.schlick(0.04, Math.abs(n.dot(direction)));
      passes = passes.times(m.base()).times(1 - reflected);
      start = probe.distance + 8 * SdfShape.tolerance(probe.distance);
    }
    return scene.anyClear() ? Vec.ZERO : passes;
  }
}
