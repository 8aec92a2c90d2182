package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.RankRules;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.jspecify.annotations.Nullable;

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
  List<BrokenRule> broken(RankRequest request, @Nullable Ranking result) {
    return RankRules.all(request, result);
  }
}
