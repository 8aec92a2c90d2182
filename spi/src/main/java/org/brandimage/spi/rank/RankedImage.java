package org.brandimage.spi.rank;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The score of one contender in a ranking.
 *
 * @param id the contender's id
 * @param score finite, higher is better; comparable within one ranking only
 * @param features the numbers that the score was computed from, by name; empty when there are none
 */
public record RankedImage(String id, double score, Map<String, Double> features) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when the score is not finite
   */
  public RankedImage {
    Objects.requireNonNull(id, "id");
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score must be finite: " + score);
    }
    features = Collections.unmodifiableMap(new TreeMap<>(features));
  }
}
