package org.brandimage.spi.decompose;

import java.util.Objects;

/**
 * A product, a background or a theme found in a brief.
 *
 * @param kind what it is
 * @param name the noun phrase without article, in lower case ("rubber duck"); not blank
 * @param phrase the words of the prompt it came from ("a rubber duck"); not blank
 */
public record Entity(EntityKind kind, String name, String phrase) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when a text is blank
   */
  public Entity {
    Objects.requireNonNull(kind, "kind");
    if (name.isBlank() || phrase.isBlank()) {
      throw new IllegalArgumentException("entity must have a name and a phrase: " + kind);
    }
  }
}
