package org.brandimage.spi.testkit.fake;

import java.util.List;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.testkit.contract.AssetRetrieverContract;

class FakeAssetRetrieverContractTest extends AssetRetrieverContract {
  @Override
  protected AssetRetriever assetRetriever(List<Asset> library) {
    return new FakeAssetRetriever(library);
  }
}
