package org.brandimage.spi.retrieve;

import org.brandimage.spi.context.StageContext;

/**
 * The retrieve stage (stage 2), which finds the assets of a media library that fit an entity.
 * Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): A1 at most {@code limit} matches; A2 all of the entity's
 * kind; A3 none excluded; A4 no id twice; A5 best first with ties by id; A6 when nothing fits,
 * there are no matches and, if the library has assets of the kind, a nearest miss; A7 an empty
 * library gives neither; A8 the retrieval names its entity; A9 an asset that the entity names by
 * its own name comes first.
 */
@FunctionalInterface
public interface AssetRetriever {
  /**
   * Retrieves assets.
   *
   * @param request the entity to look for, and limits
   * @param context the context of the run
   * @return the matches and nearest misses
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the library cannot be searched
   */
  Retrieval retrieve(RetrieveRequest request, StageContext context) throws InterruptedException;
}
