package org.brandimage.spi.error;

import java.util.Objects;

/**
 * The error of input from outside that cannot be used. It names the field, the value and the
 * remedy.
 */
public final class InvalidInputException extends BrandImageException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 80;

  private final String field;
  private final String value;
  private final String remedy;

  /**
   * Creates the error; its message reads {@code field: value - remedy}.
   *
   * @param field the name of the invalid input, as the caller writes it
   * @param value the invalid value; shortened to 80 characters
   * @param remedy what to do instead
   */
  public InvalidInputException(String field, Object value, String remedy) {
    super(field + ": " + shortened(value) + " - " + remedy);
    this.field = Objects.requireNonNull(field, "field");
    this.value = shortened(value);
    this.remedy = Objects.requireNonNull(remedy, "remedy");
  }

  /** {@return the name of the invalid input} */
  public String field() {
    return field;
  }

  /** {@return the invalid value as text, at most 80 characters} */
  public String value() {
    return value;
  }

  /** {@return the remedy: what to do instead, as one clause} */
  public String remedy() {
    return remedy;
  }

  private static String shortened(Object value) {
    String text = String.valueOf(value).replaceAll("\\s+", " ").strip();
    String shown =
        text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    return shown.isEmpty() ? "(empty)" : shown;
  }
}
