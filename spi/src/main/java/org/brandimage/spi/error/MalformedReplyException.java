package org.brandimage.spi.error;

import java.util.Objects;

/** A reply that does not have the agreed form; names the field and shows an excerpt. */
public final class MalformedReplyException extends StageException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_EXCERPT = 200;

  private final String field;
  private final String excerpt;

  /**
   * Creates the error.
   *
   * @param field the part of the reply at fault
   * @param problem what is wrong with it
   * @param excerpt the offending text; cut to 200 characters and kept out of the message
   */
  public MalformedReplyException(String field, String problem, String excerpt) {
    super("reply field " + field + ": " + problem, null, RetryInfo.once(true));
    this.field = Objects.requireNonNull(field, "field");
    this.excerpt =
        excerpt.length() <= LONGEST_EXCERPT ? excerpt : excerpt.substring(0, LONGEST_EXCERPT);
  }

  /**
   * Returns the part of the reply at fault.
   *
   * @return its name or path
   */
  public String field() {
    return field;
  }

  /**
   * Returns the offending text.
   *
   * @return at most 200 characters
   */
  public String excerpt() {
    return excerpt;
  }
}
