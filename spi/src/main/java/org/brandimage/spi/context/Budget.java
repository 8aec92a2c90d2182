package org.brandimage.spi.context;

import java.math.BigDecimal;

/**
 * A hard cap on what one run may spend, in paid units and in money. A run that would exceed either
 * cap fails with a {@link org.brandimage.spi.error.BudgetExceededException} before it makes the
 * paid call.
 *
 * @param cap the cap; {@link Long#MAX_VALUE} stands for no limit
 */
public record Budget(Cost cap) {
  /** No limit. */
  public static final Budget UNLIMITED = new Budget(new Cost(Long.MAX_VALUE, Long.MAX_VALUE));

  /**
   * Returns a cap on money alone.
   *
   * @param usd US dollars as a decimal number, such as {@code "2.00"}, with at most six decimals
   * @return the budget
   * @throws IllegalArgumentException when the text is no such number, or negative
   */
  public static Budget ofUsd(String usd) {
    return new Budget(new Cost(Long.MAX_VALUE, Cost.ofUsd(usd).microUsd()));
  }

  /**
   * Returns a cap on paid units alone: pictures, or calls to a language model.
   *
   * @param units at least 0
   * @return the budget
   * @throws IllegalArgumentException when negative
   */
  public static Budget ofUnits(long units) {
    return new Budget(new Cost(units, Long.MAX_VALUE));
  }

  /**
   * Returns this budget with a cap on paid units as well.
   *
   * @param units at least 0
   * @return the budget
   * @throws IllegalArgumentException when negative
   */
  public Budget withUnits(long units) {
    return new Budget(new Cost(units, cap.microUsd()));
  }

  /**
   * Tells whether money is capped.
   *
   * @return true when there is a limit in money
   */
  public boolean limitsMoney() {
    return cap.microUsd() < Long.MAX_VALUE;
  }

  /**
   * Tells whether a cost uses the budget up.
   *
   * @param spent what was spent
   * @return true when nothing more can be bought in one of the two
   */
  public boolean isUsedUpBy(Cost spent) {
    return spent.units() >= cap.units() || spent.microUsd() >= cap.microUsd();
  }

  @Override
  public String toString() {
    String units = cap.units() == Long.MAX_VALUE ? "any units" : cap.units() + " units";
    BigDecimal usd = cap.usd().stripTrailingZeros();
    return "Budget[" + units + ", " + (limitsMoney() ? "$" + usd.toPlainString() : "any sum") + "]";
  }
}
