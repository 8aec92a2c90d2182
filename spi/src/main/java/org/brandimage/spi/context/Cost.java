package org.brandimage.spi.context;

import java.math.BigDecimal;

/**
 * What a call costs: paid units (images, or calls to a language model) and money.
 *
 * @param units paid units, at least 0
 * @param microUsd millionths of a US dollar, at least 0
 */
public record Cost(long units, long microUsd) {
  /** Nothing. */
  public static final Cost NONE = new Cost(0, 0);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when one is negative
   */
  public Cost {
    if (units < 0 || microUsd < 0) {
      throw new IllegalArgumentException(
          "cost must not be negative: " + units + " units, " + microUsd + " microUsd");
    }
  }

  /**
   * Returns a sum of money without paid units.
   *
   * @param usd US dollars as a decimal number, such as {@code "0.07"}, with at most six decimals
   * @return the cost
   * @throws IllegalArgumentException when the text is no such number, or negative
   */
  public static Cost ofUsd(String usd) {
    try {
      return new Cost(0, new BigDecimal(usd).movePointRight(6).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "usd must be a decimal number with at most six decimals, such as 2.00: " + usd, e);
    }
  }

  /**
   * Returns the sum of two costs.
   *
   * @param other the other cost
   * @return the sum
   * @throws ArithmeticException when it overflows
   */
  public Cost plus(Cost other) {
    return new Cost(Math.addExact(units, other.units), Math.addExact(microUsd, other.microUsd));
  }

  /**
   * Returns the money in US dollars.
   *
   * @return dollars with six decimals
   */
  public BigDecimal usd() {
    return BigDecimal.valueOf(microUsd, 6);
  }
}
