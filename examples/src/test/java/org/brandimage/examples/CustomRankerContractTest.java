package org.brandimage.examples;

import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.contract.RankerContract;

// region ranker-contract
class CustomRankerContractTest extends RankerContract {
  @Override
  protected Ranker ranker() {
    return new CustomRanker();
  }
}
// endregion
