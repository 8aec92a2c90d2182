package org.brandimage.spi.retrieve;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.result.Fingerprint;

/**
 * The input of an {@link AssetRetriever}.
 *
 * @param entity what is looked for
 * @param limit the most matches wanted, from 1 to 1,000
 * @param excludedIds ids of assets that must not be returned
 */
public record RetrieveRequest(Entity entity, int limit, Set<String> excludedIds) {
  /** The number of candidates asked for by default. */
  public static final int DEFAULT_LIMIT = 5;

  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when the limit is outside 1 to 1,000
   */
  public RetrieveRequest {
    Objects.requireNonNull(entity, "entity");
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be from 1 to 1000: " + limit);
    }
    excludedIds = Collections.unmodifiableSet(new TreeSet<>(excludedIds));
  }

  /**
   * Returns a request for the default number of matches.
   *
   * @param entity what is looked for
   * @return the request
   */
  public static RetrieveRequest of(Entity entity) {
    return new RetrieveRequest(entity, DEFAULT_LIMIT, Set.of());
  }

  /**
   * Returns the identity of the request.
   *
   * @return lower-case hexadecimal
   */
  public String fingerprint() {
    return Fingerprint.of("retrieve")
        .add(entity.kind().label())
        .add(entity.name())
        .add(entity.phrase())
        .add(limit)
        .addAll(excludedIds)
        .toHex();
  }
}
