package org.brandimage.spi.error;

/**
 * The error of a valid request that this implementation does not support. The message names what is
 * supported.
 */
public final class UnsupportedInputException extends StageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what is not supported, and the alternative
   */
  public UnsupportedInputException(String message) {
    super(message);
  }
}
