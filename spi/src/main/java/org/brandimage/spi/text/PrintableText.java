package org.brandimage.spi.text;

import java.util.HexFormat;
import java.util.Objects;

/**
 * A filter that makes text safe for one line of a log or a terminal. Characters that move the
 * cursor, end the line, or reorder or hide other characters are replaced by their escape, such as
 * {@code \n} or {@code \}{@code u202e}, which Java and JSON read back. File names, descriptions and
 * replies of models can hold such characters, and could forge a line with them.
 */
public final class PrintableText {
  private static final HexFormat HEX = HexFormat.of();
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PrintableText() {}

  /**
   * Returns a text with every control, format and separator character and every lone surrogate
   * replaced by its escape. The two joiners of U+200C and U+200D stay: several scripts and emoji
   * are written with them.
   *
   * @param value the object whose {@link Object#toString() text} is used
   * @return one line of printable text, the same for a text that is printable already
   */
  public static String of(Object value) {
    String text = Objects.requireNonNull(value.toString(), "text");
    if (text.codePoints().allMatch(PrintableText::isPrintable)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              if (isPrintable(point)) {
                printable.appendCodePoint(point);
              } else {
                escape(point, printable);
              }
            });
    return printable.toString();
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }

  private static void escape(int point, StringBuilder into) {
    switch (point) {
      case '\n' -> into.append("\\n");
      case '\r' -> into.append("\\r");
      case '\t' -> into.append("\\t");
      default -> {
        for (char unit : Character.toChars(point)) {
          into.append("\\u").append(HEX.toHexDigits(unit));
        }
      }
    }
  }
}
