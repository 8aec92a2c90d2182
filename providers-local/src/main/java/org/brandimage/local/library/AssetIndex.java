package org.brandimage.local.library;

import java.util.List;
import org.brandimage.spi.retrieve.RetrieveRequest;

/** The assets a retriever searches: a list in memory, or a library on disk. Thread-safe. */
interface AssetIndex {
  /**
   * Returns how many there are.
   *
   * @return 0 or above
   */
  int size();

  /**
   * Returns the identity of the content.
   *
   * @return changes with it
   */
  String fingerprint();

  /**
   * Returns what is worth scoring: all eligible assets, or the nearest among many.
   *
   * @param request kind, filter and excluded ids, which every asset returned keeps to
   * @param query what is looked for
   * @return the assets, in any order
   */
  List<IndexedAsset> candidates(RetrieveRequest request, EmbeddedQuery query);
}
