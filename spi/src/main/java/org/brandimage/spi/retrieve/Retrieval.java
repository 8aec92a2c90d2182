package org.brandimage.spi.retrieve;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.decompose.Entity;

/**
 * The assets found for an entity.
 *
 * @param entity the entity that was looked for
 * @param matches assets that fit, best first, ties by id; may be empty
 * @param nearestMisses assets that score too low to fit, best first; shown in messages, never used
 *     in a picture
 */
public record Retrieval(Entity entity, List<AssetMatch> matches, List<AssetMatch> nearestMisses) {
  /** Checks and copies the values. */
  public Retrieval {
    Objects.requireNonNull(entity, "entity");
    matches = List.copyOf(matches);
    nearestMisses = List.copyOf(nearestMisses);
  }
}
