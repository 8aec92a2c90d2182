package org.brandimage.spi.decompose;

import java.util.Locale;

/** The kind of an entity of a brief or of an asset of a library. */
public enum EntityKind {
  /** A thing that is advertised and must not be changed. */
  PRODUCT,
  /** A place the product is shown in. */
  BACKGROUND,
  /** A mood: time of day, season, style, weather. */
  THEME;

  /** {@return the lower-case name that is used in JSON and messages} */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
