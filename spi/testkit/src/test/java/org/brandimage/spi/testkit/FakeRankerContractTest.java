package org.brandimage.spi.testkit;

import org.brandimage.spi.rank.Ranker;

class FakeRankerContractTest extends RankerContract {
  @Override
  protected Ranker ranker() {
    return new FakeRanker();
  }
}
