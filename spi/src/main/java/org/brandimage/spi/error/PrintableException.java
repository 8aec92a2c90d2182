package org.brandimage.spi.error;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A copy of an error of any code, to be handed to a logger in its place: with the same frames,
 * causes and suppressed errors, and the texts of all of them {@linkplain
 * org.brandimage.spi.text.PrintableText printable}, so that none can forge a line of a log. Never
 * thrown.
 */
public final class PrintableException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  private PrintableException(Throwable error) {
    super(error.toString());
    setStackTrace(error.getStackTrace());
  }

  /**
   * Returns a copy of an error.
   *
   * @param error the error
   * @return the copy
   */
  public static PrintableException of(Throwable error) {
    return of(error, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** Leaves out what was copied before: causes may form a circle. */
  private static PrintableException of(Throwable error, Set<Throwable> copied) {
    copied.add(error);
    PrintableException copy = new PrintableException(error);
    Throwable cause = error.getCause();
    if (cause != null && !copied.contains(cause)) {
      copy.initCause(of(cause, copied));
    }
    for (Throwable suppressed : error.getSuppressed()) {
      if (!copied.contains(suppressed)) {
        copy.addSuppressed(of(suppressed, copied));
      }
    }
    return copy;
  }

  /** {@return the text of the error it stands for, which begins with its class} */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // a stack trace is to name the class it stands for
  public String toString() {
    return String.valueOf(getMessage());
  }
}
