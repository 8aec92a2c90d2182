package org.brandimage.local.rank;

import java.util.Map;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.contract.RankerContract;

class WeightedRankerContractTest extends RankerContract {
  @Override
  protected Ranker ranker() {
    return WeightedRanker.builder()
        .add("craft", PhotographicRanker.create(), 2)
        .add("colour", PhotographicRanker.withWeights(Map.of("colourfulness", 5.0)), 1)
        .build();
  }
}
