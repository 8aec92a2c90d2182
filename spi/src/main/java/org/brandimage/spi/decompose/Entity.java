package org.brandimage.spi.decompose;

import java.util.Objects;

/**
 * A product, a background or a theme that a brief names.
 *
 * @param kind whether it is a product, a background or a theme
 * @param name the noun phrase without article, in lower case ("rubber duck"); not blank
 * @param phrase the words of the prompt or note that name it ("a rubber duck"); not blank
 */
public record Entity(EntityKind kind, String name, String phrase) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the name or the phrase is blank
   */
  public Entity {
    Objects.requireNonNull(kind, "kind");
    if (name.isBlank() || phrase.isBlank()) {
      throw new IllegalArgumentException("entity must have a name and a phrase: " + kind);
    }
  }
}
