package org.brandimage.imaging.light;

import org.brandimage.spi.image.RasterImage;

/**
 * How a picture is lit, as far as its pixels tell: enough to throw a shadow that fits. A sketch,
 * not photometry; every number is a share.
 *
 * @param side where the light comes from, from -1 (the left) over 0 (the middle) to 1 (the right)
 * @param behind from 0 (the light is on the viewer's side and shadows fall away from the viewer) to
 *     1 (the light is behind the product and shadows fall towards the viewer)
 * @param warmth from -1 (blue light) over 0 (white) to 1 (deep orange)
 * @param strength from 0 (light from everywhere, hardly a shadow) to 1 (one light, deep shadows)
 * @param softness from 0 (a small light, crisp shadows) to 1 (a large one, shadows without edge)
 */
public record LightEstimate(
    double side, double behind, double warmth, double strength, double softness) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public LightEstimate {
    require("side", side, -1);
    require("behind", behind, 0);
    require("warmth", warmth, -1);
    require("strength", strength, 0);
    require("softness", softness, 0);
  }

  /**
   * Returns the light of a photo studio: one large lamp at the upper left, on the viewer's side.
   *
   * @return the light
   */
  public static LightEstimate studio() {
    return new LightEstimate(-0.55, 0.25, 0, 0.55, 0.65);
  }

  /**
   * Estimates the light of a picture from where its upper part is bright, how small and how much
   * brighter than the rest that part is, and what colour it has; where the upper part says nothing,
   * from the fall of light across the lower part. One pass over the pixels.
   *
   * @param picture a background without products
   * @return the light
   */
  public static LightEstimate of(RasterImage picture) {
    return new LightMeter(picture).estimate();
  }

  /**
   * Returns this light from another side.
   *
   * @param side from -1 to 1
   * @return the changed light
   */
  public LightEstimate withSide(double side) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  /**
   * Returns this light from farther to the front or the back.
   *
   * @param behind from 0 to 1
   * @return the changed light
   */
  public LightEstimate withBehind(double behind) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  /**
   * Returns this light with another colour.
   *
   * @param warmth from -1 to 1
   * @return the changed light
   */
  public LightEstimate withWarmth(double warmth) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  /**
   * Returns this light with other shadows.
   *
   * @param strength from 0 to 1
   * @param softness from 0 to 1
   * @return the changed light
   */
  public LightEstimate withShadows(double strength, double softness) {
    return new LightEstimate(side, behind, warmth, strength, softness);
  }

  private static void require(String name, double value, double least) {
    if (!(value >= least && value <= 1)) {
      throw new IllegalArgumentException(name + " must be from " + least + " to 1: " + value);
    }
  }
}
