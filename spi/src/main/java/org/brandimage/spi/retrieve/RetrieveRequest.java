package org.brandimage.spi.retrieve;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.result.Fingerprint;

/**
 * The input of an {@link AssetRetriever}.
 *
 * @param entity the entity to look for
 * @param limit the largest number of matches, from 1 to 1,000
 * @param excludedIds the ids of assets that must not be returned
 * @param filter which assets may be found at all
 * @param diversity from 0, the best matches, to 1, matches that differ from each other as much as
 *     possible; the best match always comes first
 */
public record RetrieveRequest(
    Entity entity, int limit, Set<String> excludedIds, AssetFilter filter, double diversity)
    implements StageRequest {
  /** The default limit of matches. */
  public static final int DEFAULT_LIMIT = 5;

  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when the limit is outside 1 to 1,000, or the diversity outside
   *     0 to 1
   */
  public RetrieveRequest {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(filter, "filter");
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be from 0 to 1: " + diversity);
    }
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be from 1 to 1000: " + limit);
    }
    excludedIds = Collections.unmodifiableSet(new TreeSet<>(excludedIds));
  }

  /**
   * Creates a request for the best matches, without a filter.
   *
   * @param entity the entity to look for
   * @param limit the largest number of matches, from 1 to 1,000
   * @param excludedIds the ids of assets that must not be returned
   * @throws IllegalArgumentException when the limit is outside 1 to 1,000
   */
  public RetrieveRequest(Entity entity, int limit, Set<String> excludedIds) {
    this(entity, limit, excludedIds, AssetFilter.NONE, 0);
  }

  /**
   * {@return a request for the default number of matches}
   *
   * @param entity the entity to look for
   */
  public static RetrieveRequest of(Entity entity) {
    return new RetrieveRequest(entity, DEFAULT_LIMIT, Set.of());
  }

  /**
   * {@return a copy of this request with another filter}
   *
   * @param newFilter which assets may be found at all
   */
  public RetrieveRequest withFilter(AssetFilter newFilter) {
    return new RetrieveRequest(entity, limit, excludedIds, newFilter, diversity);
  }

  /**
   * {@return a copy of this request with another diversity}
   *
   * @param newDiversity from 0, the best matches, to 1, matches that differ from each other as much
   *     as possible
   * @throws IllegalArgumentException when it is outside 0 to 1
   */
  public RetrieveRequest withDiversity(double newDiversity) {
    return new RetrieveRequest(entity, limit, excludedIds, filter, newDiversity);
  }

  @Override
  public String fingerprint() {
    Fingerprint print =
        Fingerprint.of("retrieve")
            .add(entity.kind().label())
            .add(entity.name())
            .add(entity.phrase())
            .add(limit)
            .addAll(excludedIds);
    filter.addTo(print);
    return print.add(diversity).toHex();
  }
}
