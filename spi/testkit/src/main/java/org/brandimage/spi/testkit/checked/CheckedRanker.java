package org.brandimage.spi.testkit.checked;

import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A {@link Ranker} that checks every call of another one at run time: a broken rule is an {@link
 * AssertionError} with the rule's number. Closing it closes the other one twice. Thread-safe.
 */
public final class CheckedRanker extends CheckedStage<Ranker, RankRequest, Ranking>
    implements Ranker {
  /**
   * Wraps a ranker.
   *
   * @param stage the stage to check
   */
  public CheckedRanker(Ranker stage) {
    super(stage);
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    return checked(stage()::rank, request, context);
  }

  @Override
  void verify(RankRequest request, Ranking result) {
    RankRules.all(request, result);
  }
}
