package org.brandimage.scene;

import java.util.Objects;

/**
 * The real height of a product, as it stands.
 *
 * @param name what the brief calls the product
 * @param cm the height in centimetres
 * @param lowCm the least height that is usual
 * @param highCm the greatest height that is usual
 * @param source where the height comes from, as a phrase for people
 */
public record ProductHeight(String name, double cm, double lowCm, double highCm, String source) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when not 0 &lt; low &le; height &le; high
   */
  public ProductHeight {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    if (!(lowCm > 0 && lowCm <= cm && cm <= highCm && highCm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "heights must be in order and above 0: " + lowCm + ", " + cm + ", " + highCm);
    }
  }
}
