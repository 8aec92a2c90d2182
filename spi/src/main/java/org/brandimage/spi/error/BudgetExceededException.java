package org.brandimage.spi.error;

/**
 * A paid call that was refused because it would have exceeded the budget. The call was not made,
 * and no earlier result is lost.
 */
public final class BudgetExceededException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message the cap, what is spent or reserved, what was asked for, and the remedy
   */
  public BudgetExceededException(String message) {
    super(message);
  }
}
