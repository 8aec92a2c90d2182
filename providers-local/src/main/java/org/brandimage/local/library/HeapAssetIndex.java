package org.brandimage.local.library;

import java.util.List;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.RetrieveRequest;

/** An asset index in memory, which scores all eligible assets. Immutable. */
final class HeapAssetIndex implements AssetIndex {
  private final List<IndexedAsset> assets;
  private final AssetFilter scope;
  private final String fingerprint;

  /**
   * Makes an index.
   *
   * @param assets the assets
   * @param scope what may be found at all
   * @param fingerprint the identity of the content
   */
  HeapAssetIndex(List<IndexedAsset> assets, AssetFilter scope, String fingerprint) {
    this.assets = List.copyOf(assets);
    this.scope = scope;
    this.fingerprint = fingerprint;
  }

  @Override
  public int size() {
    return assets.size();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public List<IndexedAsset> candidates(RetrieveRequest request, EmbeddedQuery query) {
    AssetFilter filter = request.filter().and(scope);
    return assets.stream()
        .filter(entry -> entry.asset().kind() == request.entity().kind())
        .filter(entry -> !request.excludedIds().contains(entry.asset().id()))
        .filter(entry -> filter.matches(entry.asset()))
        .toList();
  }
}
