package org.brandimage.pipeline;

import org.brandimage.spi.error.InvalidInputException;

/**
 * How many rounds a run may have, and how many candidates of a grid each of them outpaints.
 *
 * @param most the most rounds, from 1 to 20. After a round in which too little passed the refiner
 *     says what to do differently
 * @param outpaintBest how many candidates of each scene and canvas are outpainted, those that score
 *     best on the free composite; at least 1, {@link #ALL} for the whole grid
 * @param contactSheet whether a language model scores the composites too, with one call a grid over
 *     a sheet of small pictures; needs a language model and is without effect when all are
 *     outpainted
 */
public record RoundOptions(int most, int outpaintBest, boolean contactSheet) {
  /** Every candidate of the grid. */
  public static final int ALL = Integer.MAX_VALUE;

  /** One round over the whole grid. */
  public static final RoundOptions DEFAULT = new RoundOptions(1, ALL, false);

  /**
   * Checks the values.
   *
   * @throws InvalidInputException when a number is out of range
   */
  public RoundOptions {
    if (most < 1 || most > 20) {
      throw new InvalidInputException("rounds", most, "give a number from 1 to 20");
    }
    if (outpaintBest < 1) {
      throw new InvalidInputException("outpaintBest", outpaintBest, "give a number from 1");
    }
  }

  /**
   * Returns these options with another number of rounds.
   *
   * @param most from 1 to 20
   * @return the changed options
   */
  public RoundOptions withMost(int most) {
    return new RoundOptions(most, outpaintBest, contactSheet);
  }

  /**
   * Returns these options with another number of candidates to outpaint.
   *
   * @param outpaintBest at least 1
   * @return the changed options
   */
  public RoundOptions withOutpaintBest(int outpaintBest) {
    return new RoundOptions(most, outpaintBest, contactSheet);
  }

  /**
   * Returns these options with or without a model's look at the composites.
   *
   * @param contactSheet whether a model scores the composites too
   * @return the changed options
   */
  public RoundOptions withContactSheet(boolean contactSheet) {
    return new RoundOptions(most, outpaintBest, contactSheet);
  }
}
