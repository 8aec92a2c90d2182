package org.brandimage.spi.retrieve;

import java.util.Objects;
import org.brandimage.spi.decompose.Entity;

/**
 * The asset chosen for an entity.
 *
 * @param entity the product that the brief names
 * @param asset the asset that the picture shows for it
 */
public record Selection(Entity entity, Asset asset) {
  /** Checks the values. */
  public Selection {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(asset, "asset");
  }
}
