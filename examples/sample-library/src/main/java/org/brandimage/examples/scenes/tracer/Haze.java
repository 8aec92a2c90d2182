package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/**
 * Thin even fog that brightens with distance, warmer towards the sun.
 *
 * @param density the part of the light lost per metre, such as 0.01
 * @param colour what it adds far away from the sun
 * @param glow what it adds on top, looking straight into the sun
 * @param sun the direction of the sun, any length
 * @param width how narrow the glow is, 4 broad to 64 narrow
 */
public record Haze(double density, Vec colour, Vec glow, Vec sun, double width) {

  /** No fog. */
  public static final Haze NONE = new Haze(0, Vec.ZERO, Vec.ZERO, Vec.UP, 8);

  /** Checks the density and makes the sun's direction a unit vector. */
  public Haze {
    if (!(density >= 0)) {
      throw new IllegalArgumentException("haze density must be at least 0, was " + density);
    }
    sun = sun.unit();
  }

  double passing(double distance) {
    return density == 0 ? 1 : Math.exp(-density * distance);
  }

  Vec towards(Vec direction) {
    return colour.along(glow, Math.pow(Math.max(0, direction.dot(sun)), width));
  }
}
