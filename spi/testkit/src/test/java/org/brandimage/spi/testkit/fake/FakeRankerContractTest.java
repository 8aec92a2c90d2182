package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.contract.RankerContract;

class FakeRankerContractTest extends RankerContract {
  @Override
  protected Ranker ranker() {
    return new FakeRanker();
  }
}
