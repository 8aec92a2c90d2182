package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/**
 * The reflection of one surface point: a diffuse lobe, a GGX highlight (Walter et al. 2007) sampled
 * by visible normals (Heitz 2018) and a GGX clear coat, layered so that no more light leaves than
 * arrives.
 */
final class Bsdf {

  private static final double LEAST_ALPHA = 1e-3;
  private static final double COAT_F0 = 0.04;

  private final Material m;
  private final Frame frame;
  private final Vec geometric;
  private final Vec wo;
  private final Vec f0;
  private final Vec diffuse;
  private final double alpha;
  private final double coatAlpha;
  private final double underCoat;
  private final double pDiffuse;
  private final double pCoat;

  /**
   * Reflection towards a direction.
   *
   * @param n the shading normal, on the side of {@code towards}
   * @param geometric the true normal, on the same side
   * @param towards the unit direction the light leaves in
   */
  Bsdf(Material m, Vec n, Vec geometric, Vec towards) {
    this.m = m;
    this.frame = Frame.around(n);
    this.geometric = geometric;
    this.wo = frame.local(towards);
    this.alpha = Math.max(LEAST_ALPHA, m.roughness() * m.roughness());
    this.coatAlpha = Math.max(LEAST_ALPHA, m.coatRoughness() * m.coatRoughness());
    this.f0 = Vec.grey(0.08 * m.specular()).mix(m.base(), m.metallic());
    double cos = Math.max(wo.z(), 1e-4);
    double f = schlick(f0.max(), cos) * (1 - 0.5 * m.roughness() * (1 - cos));
    this.underCoat = 1 - m.coat() * schlick(COAT_F0, cos);
    this.diffuse = m.base().times((1 - m.metallic()) * (1 - f) * underCoat);
    double wd = diffuse.plus(m.sheen().times(0.3)).luminance();
    double ws = Math.max(f * underCoat, 0.02);
    double wc = 1 - underCoat;
    pDiffuse = wd / (wd + ws + wc);
    pCoat = wc / (wd + ws + wc);
  }

  /** The reflected part of light from a direction, times the cosine. */
  Vec value(Vec towardsLight) {
    Vec wi = frame.local(towardsLight);
    if (wi.z() <= 0 || wo.z() <= 0 || towardsLight.dot(geometric) <= 0) {
      return Vec.ZERO;
    }
    Vec h = wi.plus(wo).unit();
    double vh = wo.dot(h);
    double rim = pow5(1 - vh);
    Vec d = diffuse.plus(m.sheen().times(rim)).times(wi.z() / Math.PI);
    Vec f = f0.mix(Vec.ONE, rim);
    double spec = ggx(h, alpha) * shadowing(wi, wo, alpha) / (4 * wo.z());
    Vec sum = d.plus(f.times(spec * underCoat));
    if (m.coat() > 0) {
      double coat = ggx(h, coatAlpha) * shadowing(wi, wo, coatAlpha) / (4 * wo.z());
      sum = sum.plus(Vec.grey(m.coat() * schlick(COAT_F0, vh) * coat));
    }
    return sum;
  }

  /** The density per solid angle with which {@link #sample} chooses a direction. */
  double density(Vec towardsLight) {
    Vec wi = frame.local(towardsLight);
    if (wi.z() <= 0 || wo.z() <= 0) {
      return 0;
    }
    Vec h = wi.plus(wo).unit();
    double p = pDiffuse * wi.z() / Math.PI;
    p += (1 - pDiffuse - pCoat) * visible(h, alpha);
    return pCoat > 0 ? p + pCoat * visible(h, coatAlpha) : p;
  }

  /** A direction the light may come from. */
  Vec sample(double choice, double u, double v) {
    if (choice < pDiffuse) {
      double r = Math.sqrt(u);
      double phi = 2 * Math.PI * v;
      return frame.world(
          new Vec(r * Math.cos(phi), r * Math.sin(phi), Math.sqrt(Math.max(0, 1 - u))));
    }
    double a = choice < pDiffuse + pCoat ? coatAlpha : alpha;
    Vec h = visibleNormal(wo, a, u, v);
    return frame.world(h.times(2 * wo.dot(h)).minus(wo));
  }

  private double visible(Vec h, double a) {
    return ggx(h, a) * smith(wo, a) / (4 * Math.max(wo.z(), 1e-6));
  }

  /** The colour the denoiser takes out of the picture before it smooths. */
  Vec albedo() {
    return diffuse.plus(f0.times(underCoat)).plus(Vec.grey(1 - underCoat));
  }

  static double schlick(double f0, double cos) {
    return f0 + (1 - f0) * pow5(1 - cos);
  }

  private static double pow5(double v) {
    double w = v < 0 ? 0 : v;
    return w * w * w * w * w;
  }

  private static double ggx(Vec h, double a) {
    double x = h.x() / a;
    double y = h.y() / a;
    double s = x * x + y * y + h.z() * h.z();
    return 1 / (Math.PI * a * a * s * s);
  }

  private static double lambda(Vec w, double a) {
    double z2 = w.z() * w.z();
    double tan2 = Math.max(0, 1 - z2) / Math.max(z2, 1e-12);
    return (Math.sqrt(1 + a * a * tan2) - 1) / 2;
  }

  private static double smith(Vec w, double a) {
    return 1 / (1 + lambda(w, a));
  }

  private static double shadowing(Vec wi, Vec wo, double a) {
    return 1 / (1 + lambda(wi, a) + lambda(wo, a));
  }

  /**
   * A visible normal of the GGX distribution (Heitz 2018, "Sampling the GGX Distribution of Visible
   * Normals").
   */
  static Vec visibleNormal(Vec w, double a, double u, double v) {
    Vec stretched = new Vec(a * w.x(), a * w.y(), w.z()).unit();
    double l2 = stretched.x() * stretched.x() + stretched.y() * stretched.y();
    Vec t1 =
        l2 > 1e-14
            ? new Vec(-stretched.y(), stretched.x(), 0).times(1 / Math.sqrt(l2))
            : new Vec(1, 0, 0);
    Vec t2 = stretched.cross(t1);
    double r = Math.sqrt(u);
    double phi = 2 * Math.PI * v;
    double p1 = r * Math.cos(phi);
    double s = 0.5 * (1 + stretched.z());
    double p2 = (1 - s) * Math.sqrt(Math.max(0, 1 - p1 * p1)) + s * r * Math.sin(phi);
    double p3 = Math.sqrt(Math.max(0, 1 - p1 * p1 - p2 * p2));
    Vec n = t1.times(p1).plus(t2.times(p2)).plus(stretched.times(p3));
    return new Vec(a * n.x(), a * n.y(), Math.max(1e-9, n.z())).unit();
  }
}
