package org.brandimage.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A ranker that orders by id and scores nothing: the last resort, which fails only with the run.
 */
final class UnscoredRanker implements Ranker {
  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    List<String> ids = request.contenders().stream().map(Contender::id).sorted().toList();
    return new Ranking(ids.stream().map(id -> new RankedImage(id, 0, Map.of())).toList());
  }
}
