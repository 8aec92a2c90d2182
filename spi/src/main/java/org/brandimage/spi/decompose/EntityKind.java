package org.brandimage.spi.decompose;

import java.util.Locale;

/** What a part of a brief, or an asset of a library, is. */
public enum EntityKind {
  /** A thing that is advertised and must stay as it is. */
  PRODUCT,
  /** A place the product is shown in. */
  BACKGROUND,
  /** A mood: time of day, season, style, weather. */
  THEME;

  /**
   * Returns the name as it stands in JSON and messages.
   *
   * @return the lower-case name
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
