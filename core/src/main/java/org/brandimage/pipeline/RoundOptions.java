package org.brandimage.pipeline;

import org.brandimage.spi.error.InvalidInputException;

/**
 * The number of rounds that a run may have, and the number of candidates that each round outpaints.
 *
 * @param most the largest number of rounds, from 1 to 20; the refiner decides what changes after a
 *     round in which too few pictures passed
 * @param outpaintBest the number of candidates of each scene and canvas that are outpainted, which
 *     are those whose composites score best; at least 1, {@link #ALL} for the whole grid
 * @param contactSheet whether a language model scores the composites too, with one call per grid
 *     over a sheet of small pictures; needs a language model, and has no effect when all candidates
 *     are outpainted
 */
public record RoundOptions(int most, int outpaintBest, boolean contactSheet) {
  /** The value that outpaints every candidate of the grid. */
  public static final int ALL = Integer.MAX_VALUE;

  /** The default: one round over the whole grid. */
  public static final RoundOptions DEFAULT = new RoundOptions(1, ALL, false);

  /**
   * Checks the values.
   *
   * @throws InvalidInputException when {@code most} is outside 1 to 20 or {@code outpaintBest} is
   *     below 1
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
   * {@return a copy of these options with another number of rounds}
   *
   * @param most from 1 to 20
   * @throws InvalidInputException when it is out of range
   */
  public RoundOptions withMost(int most) {
    return new RoundOptions(most, outpaintBest, contactSheet);
  }

  /**
   * {@return a copy of these options with another number of candidates to outpaint}
   *
   * @param outpaintBest at least 1
   * @throws InvalidInputException when it is below 1
   */
  public RoundOptions withOutpaintBest(int outpaintBest) {
    return new RoundOptions(most, outpaintBest, contactSheet);
  }

  /**
   * {@return a copy of these options with or without a language model's scores of the composites}
   *
   * @param contactSheet whether a language model scores the composites too
   */
  public RoundOptions withContactSheet(boolean contactSheet) {
    return new RoundOptions(most, outpaintBest, contactSheet);
  }
}
