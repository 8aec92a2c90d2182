package org.brandimage.spi.retrieve;

import java.util.Objects;

/**
 * An asset and the score of how well it fits an entity.
 *
 * @param asset the asset
 * @param score finite, higher is better; comparable within one retriever only
 */
public record AssetMatch(Asset asset, double score) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the score is not finite
   */
  public AssetMatch {
    Objects.requireNonNull(asset, "asset");
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("score must be finite: " + score);
    }
  }
}
