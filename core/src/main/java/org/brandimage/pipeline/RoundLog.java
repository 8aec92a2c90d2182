package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.spi.context.Cost;

/** The rounds of one run and why there was no further one. Used by the run's own thread only. */
final class RoundLog {
  private final RunRequest run;
  private final List<RoundRecord> records = new ArrayList<>();
  private Cost before = Cost.NONE;

  RoundLog(RunRequest run) {
    this.run = run;
  }

  /**
   * Adds a round.
   *
   * @param round the round
   * @param yield its candidates
   * @param passed the ids of all candidates that passed so far
   * @param spent what the run has spent so far
   * @param saved the most that preselection saved in this round
   */
  void add(Round round, RoundRecords.Yield yield, List<String> passed, Cost spent, Cost saved) {
    Cost cost = new Cost(spent.units() - before.units(), spent.microUsd() - before.microUsd());
    before = spent;
    records.add(RoundRecords.of(round, cost, yield, passed, saved));
  }

  /** Returns the history of this run and of those it goes on from. */
  RunHistory history(Round last, String ending) {
    return RefineQuestions.history(run, last.refinement(), records, ending);
  }
}
