package org.brandimage.spi.testkit;

import java.util.List;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetRetriever;

class FakeAssetRetrieverContractTest extends AssetRetrieverContract {
  @Override
  protected AssetRetriever assetRetriever(List<Asset> library) {
    return new FakeAssetRetriever(library);
  }
}
