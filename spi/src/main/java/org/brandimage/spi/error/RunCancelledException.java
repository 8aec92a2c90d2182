package org.brandimage.spi.error;

/**
 * The error of a run that its caller cancelled or interrupted. Results that were paid for stay in
 * the result store.
 */
public final class RunCancelledException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message which run was cancelled
   */
  public RunCancelledException(String message) {
    super(message);
  }
}
