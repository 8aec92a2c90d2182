package org.brandimage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * A store of results that cannot do what it was asked: it is in use by another process, damaged, of
 * another version, or its disk is full. The message names the place and the remedy.
 */
public class ResultStoreException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message the place, what is wrong with it, and the remedy
   * @param cause what led to it, or null when there is none
   */
  public ResultStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
