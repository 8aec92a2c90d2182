package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Vec;

/**
 * The light that arrives from infinitely far away in each direction. Implementations must be pure.
 */
@FunctionalInterface
public interface Sky {

  /**
   * The radiance arriving from a direction.
   *
   * @param direction the unit direction one looks in
   * @return the radiance
   */
  Vec radiance(Vec direction);

  /**
   * A gradient from the horizon up and from the horizon down.
   *
   * @param zenith the radiance overhead
   * @param horizon the radiance at eye level
   * @param ground the radiance underfoot
   * @return the sky
   */
  static Sky gradient(Vec zenith, Vec horizon, Vec ground) {
    return d ->
        d.y() >= 0
            ? horizon.mix(zenith, Math.pow(d.y(), 0.5))
            : horizon.mix(ground, Math.pow(-d.y(), 0.5));
  }

  /**
   * This sky with a soft round glow added, as from a photographer's umbrella.
   *
   * @param towards where the glow is; any length
   * @param degrees the half width of the glow
   * @param radiance its radiance in the middle
   * @return the brighter sky
   */
  default Sky glow(Vec towards, double degrees, Vec radiance) {
    Vec c = towards.unit();
    double inner = Math.cos(Math.toRadians(degrees * 0.6));
    double outer = Math.cos(Math.toRadians(degrees * 1.3));
    return d -> radiance(d).plus(radiance.times(Noise.step(outer, inner, c.dot(d))));
  }
}
