package org.brandimage.spi.rank;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A contender's place in a ranking.
 *
 * @param id the contender's id
 * @param score finite, higher is better; comparable within one ranking only
 * @param features the numbers the score was made of, by name; for people and researchers
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
