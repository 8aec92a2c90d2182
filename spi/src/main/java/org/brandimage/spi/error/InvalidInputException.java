package org.brandimage.spi.error;

import java.util.Objects;

/** Input from outside that cannot be used; names the field, the value and the remedy. */
public final class InvalidInputException extends BrandImageException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 80;

  private final String field;
  private final String value;
  private final String remedy;

  /**
   * Creates the error; its message reads {@code field: value - remedy}.
   *
   * @param field the input at fault, by the name the caller used
   * @param value the offending value; shortened to 80 characters
   * @param remedy what to do instead
   */
  public InvalidInputException(String field, Object value, String remedy) {
    super(field + ": " + shortened(value) + " - " + remedy);
    this.field = Objects.requireNonNull(field, "field");
    this.value = shortened(value);
    this.remedy = Objects.requireNonNull(remedy, "remedy");
  }

  /**
   * Returns the input at fault.
   *
   * @return its name
   */
  public String field() {
    return field;
  }

  /**
   * Returns the offending value.
   *
   * @return its text, at most 80 characters
   */
  public String value() {
    return value;
  }

  /**
   * Returns what to do instead.
   *
   * @return one clause
   */
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
