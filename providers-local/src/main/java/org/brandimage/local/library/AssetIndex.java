package org.brandimage.local.library;

import java.util.List;
import org.brandimage.spi.retrieve.RetrieveRequest;

/** An index of the assets that a retriever searches, in memory or on disk. Thread-safe. */
interface AssetIndex {
  /**
   * Returns how many there are.
   *
   * @return 0 or above
   */
  int size();

  /**
   * Returns the fingerprint of the content.
   *
   * @return changes with it
   */
  String fingerprint();

  /**
   * Returns the candidates to score: all eligible assets, or the nearest among many.
   *
   * @param request kind, filter and excluded ids, which every asset returned keeps to
   * @param query the query
   * @return the assets, in any order
   */
  List<IndexedAsset> candidates(RetrieveRequest request, EmbeddedQuery query);
}
