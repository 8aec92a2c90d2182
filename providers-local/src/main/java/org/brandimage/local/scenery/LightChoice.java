package org.brandimage.local.scenery;

import java.util.SplittableRandom;
import org.brandimage.imaging.light.LightEstimate;

/**
 * A small variation of a scenery's light for one picture.
 *
 * @param brief what the words describe
 * @param side added to where the light comes from
 * @param strength added to the strength
 * @param softness added to the softness
 */
record LightChoice(SceneBrief brief, double side, double strength, double softness) {
  /**
   * Chooses by a seed. The first picture of several stays closest to what was measured.
   *
   * @param brief what the words describe
   * @param seed the picture's seed
   * @param index the picture's place among those asked for
   * @return the choice
   */
  static LightChoice of(SceneBrief brief, long seed, int index) {
    SplittableRandom random = new SplittableRandom(seed * 31 + index);
    double reach = index == 0 ? 0.06 : 0.22;
    return new LightChoice(
        brief,
        reach * (2 * random.nextDouble() - 1) * 1.5,
        reach * (2 * random.nextDouble() - 1) * 0.7,
        reach * (2 * random.nextDouble() - 1));
  }

  /**
   * Applies the choice.
   *
   * @param measured the scenery's light
   * @return the light of the picture
   */
  LightEstimate of(LightEstimate measured) {
    LightEstimate named = brief.lit(measured);
    return named
        .withSide(clamp(named.side() + side, -1))
        .withShadows(clamp(named.strength() + strength, 0), clamp(named.softness() + softness, 0));
  }

  private static double clamp(double value, double least) {
    return Math.max(least, Math.min(1, value));
  }
}
