package org.brandimage.examples.scenes.tracer;

import java.util.Objects;
import org.brandimage.examples.scenes.geometry.Vec;
import org.jspecify.annotations.Nullable;

/**
 * A path tracer with next-event estimation and multiple importance sampling (Veach 1997). One per
 * thread. Light that reaches a matte surface through glass or off a mirror counts by straight
 * shadow rays only; caustics are left out on purpose, as they would be noise.
 */
final class PathTracer {

  private static final int MAX_BOUNCES = 6;
  private static final int ROULETTE_FROM = 1;
  private static final double BRIGHTEST_SEEN = 60;
  private static final double BRIGHTEST_INDIRECT = 8;

  private final Scene scene;
  private final DirectLight direct;
  private final Probe probe = new Probe();

  /**
   * Whether no light source has been aimed at along the path yet, so that sources found count in
   * full.
   */
  private boolean seen;

  /** The density of the last sampled direction; 0 when sources found must not count. */
  private double density;

  private Ray ray = new Ray(Vec.ZERO, new Vec(0, 0, 1));

  /** What share of the light found on goes into the pixel. */
  private Vec beta = Vec.ONE;

  PathTracer(Scene scene) {
    this.scene = scene;
    this.direct = new DirectLight(scene, probe);
  }

  /** Follows one camera ray. */
  void trace(Ray camera, Sampler sampler, PixelSample out) {
    out.clear();
    seen = true;
    density = 0;
    ray = camera;
    beta = Vec.ONE;
    int bounce = 0;
    while (bounce < MAX_BOUNCES && goesOn(bounce, sampler, out)) {
      bounce++;
    }
  }

  /** Follows the path to its next hit; false when it ends there. */
  private boolean goesOn(int bounce, Sampler sampler, PixelSample out) {
    probe.reset(bounce == 0 ? 1e-4 : 0, Shape.MISS);
    if (!scene.nearest(ray, probe, bounce == 0)) {
      if (bounce > 0 || !scene.transparent()) {
        out.alpha = 1;
        add(out, beta.times(missed(ray)), bounce);
      }
      return false;
    }
    out.alpha = 1;
    Hit hit = Hit.of(Objects.requireNonNull(probe.solid), ray, probe.distance);
    beta = hazy(ray, hit, beta, bounce, out);
    Material m = hit.material();
    if (!m.emission().equals(Vec.ZERO)) {
      add(out, beta.times(m.emission()).times(foundWeight(hit, ray)), bounce);
    }
    if (m.glass() != Material.Glass.NONE) {
      describe(out, bounce, m.base(), hit);
      GlassBounce next = GlassBounce.of(hit, ray, sampler);
      beta = beta.times(next.weight());
      ray = next.ray();
      density = 0;
      return true;
    }
    if (m.specular() == 0 && m.base().equals(Vec.ZERO)) {
      describe(out, bounce, Vec.ONE, hit);
      return false;
    }
    return scatters(hit, bounce, sampler, out);
  }

  /** Lights the hit and samples the path's next direction; false when the path ends there. */
  private boolean scatters(Hit hit, int bounce, Sampler sampler, PixelSample out) {
    Bsdf bsdf = new Bsdf(hit.material(), hit.shading(), hit.normal(), ray.direction().negated());
    describe(out, bounce, bsdf.albedo(), hit);
    add(out, beta.times(direct.at(hit, bsdf, sampler, bounce == 0)), bounce + 1);
    double choice = sampler.next();
    Vec d = bsdf.sample(choice, sampler.next(), sampler.second());
    density = bsdf.density(d);
    seen = false;
    if (!(density > 0)) {
      return false;
    }
    beta = beta.times(bsdf.value(d).times(1 / density));
    double survival = bounce < ROULETTE_FROM ? 1 : Math.min(0.95, 1.4 * beta.max());
    if (!(beta.max() > 1e-4) || sampler.next() >= survival) {
      return false;
    }
    beta = beta.times(1 / survival);
    ray = new Ray(hit.start(d), d);
    lastPoint = ray.origin();
    return true;
  }

  private Vec lastPoint = Vec.ZERO;

  private Vec hazy(Ray ray, Hit hit, Vec beta, int bounce, PixelSample out) {
    double passing = scene.haze().passing(hit.distance());
    if (passing == 1) {
      return beta;
    }
    add(out, beta.times(scene.haze().towards(ray.direction())).times(1 - passing), bounce);
    return beta.times(passing);
  }

  private Vec missed(Ray ray) {
    if (seen) {
      Vec sky = scene.backdrop(ray.direction());
      Light.Sun sun = scene.sun();
      boolean inSun = sun != null && sun.density(ray.origin(), ray.direction(), 0) > 0;
      return inSun ? sky.plus(Objects.requireNonNull(sun).radiance()) : sky;
    }
    Vec sum = Vec.ZERO;
    SkyTable sky = scene.sky();
    if (sky != null) {
      sum = sky.radiance(ray.direction()).times(weight(sky.density(ray.direction())));
    }
    Light.Sun sun = scene.sun();
    if (sun != null) {
      double aimed = sun.density(ray.origin(), ray.direction(), 0);
      sum = aimed > 0 ? sum.plus(sun.radiance().times(weight(aimed))) : sum;
    }
    return sum;
  }

  /** The weight of light found by chance, beside light found by aiming. */
  private double foundWeight(Hit hit, Ray ray) {
    @Nullable Light light = scene.shining(hit.solid());
    if (seen || light == null) {
      return 1;
    }
    double aimed = light.emitter().density(lastPoint, ray.direction(), hit.distance());
    return weight(aimed * direct.chance(light, lastPoint));
  }

  private double weight(double aimed) {
    return density == 0 ? 0 : density * density / (density * density + aimed * aimed);
  }

  private static void describe(PixelSample out, int bounce, Vec albedo, Hit hit) {
    if (bounce == 0) {
      out.albedo = albedo;
      out.normal = hit.shading();
      out.nearness = 1 / (hit.distance() + 0.1);
    }
  }

  private static void add(PixelSample out, Vec light, int bounce) {
    if (!light.finite()) {
      return;
    }
    double most =
        bounce == 0 ? BRIGHTEST_SEEN : bounce == 1 ? 2 * BRIGHTEST_INDIRECT : BRIGHTEST_INDIRECT;
    double l = light.max();
    out.light = out.light.plus(l > most ? light.times(most / l) : light);
  }
}
