package org.brandimage.local.rank;

import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.contract.RankerContract;

class PhotographicRankerContractTest extends RankerContract {
  @Override
  protected Ranker ranker() {
    return PhotographicRanker.create();
  }
}
