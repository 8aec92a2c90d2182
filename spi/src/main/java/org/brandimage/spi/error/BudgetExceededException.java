package org.brandimage.spi.error;

/**
 * The error of a paid call that was refused because it would have exceeded the budget. The call was
 * not made, and no earlier result is lost.
 */
public final class BudgetExceededException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message the limit, the amount spent or reserved, the amount asked for, and the remedy
   */
  public BudgetExceededException(String message) {
    super(message);
  }
}
