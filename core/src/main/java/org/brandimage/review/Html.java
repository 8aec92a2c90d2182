package org.brandimage.review;

/** A growing piece of HTML in which every text and attribute is escaped. Not thread-safe. */
public final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Creates an empty piece. */
  public Html() {}

  /**
   * Appends markup that is written in the source; never data.
   *
   * @param markup the markup
   * @return this
   */
  public Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /**
   * Appends data as text; it is safe in quoted attribute values too.
   *
   * @param data any text, which is escaped
   * @return this
   */
  public Html text(String data) {
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' ? ' ' : c);
      }
    }
    return this;
  }

  /**
   * Appends an element that holds only text.
   *
   * @param tag the name of the element, written in the source
   * @param attributes its attributes, written in the source; empty for none
   * @param data any text, which is escaped
   * @return this
   */
  public Html element(String tag, String attributes, String data) {
    markup("<" + tag + (attributes.isEmpty() ? "" : " " + attributes) + ">");
    return text(data).markup("</" + tag + ">");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
