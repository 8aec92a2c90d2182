package org.brandimage.spi.error;

import java.util.Objects;

/**
 * The error of a reply that does not have the form asked for. It names the field and holds an
 * excerpt.
 */
public final class MalformedReplyException extends StageException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_EXCERPT = 200;

  private final String field;
  private final String excerpt;

  /**
   * Creates the error.
   *
   * @param field the name or path of the malformed part of the reply
   * @param problem what is wrong with it
   * @param excerpt the malformed text; cut to 200 characters and not part of the message
   */
  public MalformedReplyException(String field, String problem, String excerpt) {
    super("reply field " + field + ": " + problem, null, RetryInfo.once(true));
    this.field = Objects.requireNonNull(field, "field");
    this.excerpt =
        excerpt.length() <= LONGEST_EXCERPT ? excerpt : excerpt.substring(0, LONGEST_EXCERPT);
  }

  /** {@return the name or path of the malformed part of the reply} */
  public String field() {
    return field;
  }

  /** {@return the malformed text, at most 200 characters} */
  public String excerpt() {
    return excerpt;
  }
}
