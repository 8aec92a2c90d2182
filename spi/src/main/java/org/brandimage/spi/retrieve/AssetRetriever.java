package org.brandimage.spi.retrieve;

import org.brandimage.spi.context.StageContext;

/**
 * Stage 2: finds the assets of a media library that fit an entity. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): at most {@code limit} matches, all of the entity's kind,
 * none excluded, no id twice, best first with ties by id; nothing that fits gives no matches and,
 * if the library has assets of the kind, a nearest miss.
 */
@FunctionalInterface
public interface AssetRetriever {
  /**
   * Retrieves assets.
   *
   * @param request what is looked for
   * @param context the run
   * @return what was found
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the library cannot be searched
   */
  Retrieval retrieve(RetrieveRequest request, StageContext context) throws InterruptedException;
}
