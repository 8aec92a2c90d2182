package org.brandimage.pipeline;

import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.contract.RankerContract;

class UnscoredRankerContractTest extends RankerContract {
  @Override
  protected Ranker ranker() {
    return new UnscoredRanker();
  }
}
