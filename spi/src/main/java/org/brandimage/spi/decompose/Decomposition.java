package org.brandimage.spi.decompose;

import java.util.List;

/**
 * The products, backgrounds and themes of a brief, each list in the order of the prompt. Every list
 * may be empty.
 *
 * @param products the products to advertise; all of them share one picture
 * @param backgrounds the places; each gets pictures of its own
 * @param themes the moods; all of them apply to every picture
 */
public record Decomposition(List<Entity> products, List<Entity> backgrounds, List<Entity> themes) {
  /**
   * Copies the lists and checks that each holds its kind.
   *
   * @throws IllegalArgumentException when an entity is in the list of another kind
   */
  public Decomposition {
    products = checked(products, EntityKind.PRODUCT);
    backgrounds = checked(backgrounds, EntityKind.BACKGROUND);
    themes = checked(themes, EntityKind.THEME);
  }

  private static List<Entity> checked(List<Entity> entities, EntityKind kind) {
    for (Entity entity : entities) {
      if (entity.kind() != kind) {
        throw new IllegalArgumentException(entity.kind() + " stands among " + kind + "s");
      }
    }
    return List.copyOf(entities);
  }
}
