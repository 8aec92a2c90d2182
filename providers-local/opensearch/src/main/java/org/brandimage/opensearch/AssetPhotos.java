package org.brandimage.opensearch;

import java.util.List;
import org.brandimage.spi.image.ImageSource;

/**
 * Finds the photos of an asset by its id: in a folder, a bucket, an ingested library. The index
 * never names a place to fetch pictures from, so what is written there cannot make anyone open an
 * address. Thread-safe.
 */
@FunctionalInterface
public interface AssetPhotos {
  /**
   * Returns the photos of an asset. Called for each asset of an answer, so it should not decode.
   *
   * @param assetId the id the asset was indexed under
   * @return its photos, the preferred one first; empty when there is no such asset any more
   */
  List<ImageSource> of(String assetId);
}
