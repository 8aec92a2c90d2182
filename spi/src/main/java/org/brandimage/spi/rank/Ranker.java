package org.brandimage.spi.rank;

import org.brandimage.spi.context.StageContext;

/**
 * The rank stage (stage 7), which puts pictures in order of preference. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): R1 no contenders give an empty ranking; R2 one contender
 * gives a ranking of one; R3 a ranking is a permutation of the contenders; R4 scores are finite and
 * do not rise; R5 ties are broken by id; R6 the order of the input does not matter; R7 equal
 * pictures keep their own ids.
 */
@FunctionalInterface
public interface Ranker {
  /**
   * Ranks pictures.
   *
   * @param request the pictures
   * @param context the context of the run
   * @return the pictures in order, made with {@link Ranking#of}
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Ranking rank(RankRequest request, StageContext context) throws InterruptedException;
}
