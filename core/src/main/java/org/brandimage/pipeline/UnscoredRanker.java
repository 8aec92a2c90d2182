package org.brandimage.pipeline;

import java.util.List;
import java.util.Map;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/** A ranker that orders by id and scores nothing: the last resort, which cannot fail. */
final class UnscoredRanker implements Ranker {
  @Override
  public Ranking rank(RankRequest request, StageContext context) {
    List<String> ids = request.contenders().stream().map(Contender::id).sorted().toList();
    return new Ranking(ids.stream().map(id -> new RankedImage(id, 0, Map.of())).toList());
  }
}
