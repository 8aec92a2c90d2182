package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/** Where a ray goes on at glass: reflected, or through. */
record GlassBounce(Ray ray, Vec weight) {

  private static final double INDEX = 1.5;

  static GlassBounce of(Hit hit, Ray ray, Sampler sampler) {
    Material m = hit.material();
    Vec n = hit.shading();
    Vec d = ray.direction();
    double choice = sampler.next();
    if (m.roughness() > 0.01) {
      Frame frame = Frame.around(n);
      double a = m.roughness() * m.roughness();
      double u = sampler.next();
      n = frame.world(Bsdf.visibleNormal(frame.local(d.negated()), a, u, sampler.second()));
    }
    double cos = Math.max(0, -d.dot(n));
    boolean pane = m.glass() == Material.Glass.PANE;
    double eta = pane || !hit.inside() ? 1 / INDEX : INDEX;
    double k = 1 - eta * eta * (1 - cos * cos);
    double reflected = k < 0 ? 1 : fresnel(cos, Math.sqrt(k), eta);
    if (choice < reflected) {
      Vec r = d.along(n, 2 * cos);
      return new GlassBounce(new Ray(hit.start(r), r.unit()), Vec.ONE);
    }
    Vec through = pane ? d : d.times(eta).along(n, eta * cos - Math.sqrt(k)).unit();
    return new GlassBounce(new Ray(hit.start(through), through), m.base());
  }

  /** The unpolarised Fresnel reflectance of a dielectric. */
  private static double fresnel(double cosIn, double cosOut, double eta) {
    double s = (eta * cosIn - cosOut) / (eta * cosIn + cosOut);
    double p = (cosIn - eta * cosOut) / (cosIn + eta * cosOut);
    return (s * s + p * p) / 2;
  }
}
