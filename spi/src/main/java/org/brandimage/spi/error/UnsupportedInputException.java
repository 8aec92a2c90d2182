package org.brandimage.spi.error;

/** A valid request that this implementation cannot serve; the message names what it could serve. */
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
