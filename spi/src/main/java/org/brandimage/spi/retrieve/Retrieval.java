package org.brandimage.spi.retrieve;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.decompose.Entity;

/**
 * The assets found for an entity.
 *
 * @param entity what was looked for
 * @param matches assets that fit, best first, ties by id; may be empty
 * @param nearestMisses assets below the retriever's floor, best first; for messages, never used
 */
public record Retrieval(Entity entity, List<AssetMatch> matches, List<AssetMatch> nearestMisses) {
  /** Checks and copies the values. */
  public Retrieval {
    Objects.requireNonNull(entity, "entity");
    matches = List.copyOf(matches);
    nearestMisses = List.copyOf(nearestMisses);
  }
}
