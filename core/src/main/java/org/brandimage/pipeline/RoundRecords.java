package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;

/** Writes down what came of a round. */
final class RoundRecords {
  private RoundRecords() {}

  /** The candidates of one round: what is known of each, and how many were outpainted. */
  record Yield(List<String> scenes, Map<String, Verdict> verdicts, int outpainted) {}

  /** Gathers what is known of each candidate of a round, from its pictures and from the tracker. */
  static Yield of(Round round, Collection<JudgedImage> pool, List<CandidateRecord> dropped) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    List<String> scenes = new ArrayList<>();
    int outpainted = 0;
    for (JudgedImage judged : pool) {
      String scene = judged.composite().planned().scene().id();
      if (round.owns(scene)) {
        verdicts.put(judged.id(), judged.verdict());
        outpainted++;
        scenes.add(scene);
      }
    }
    for (CandidateRecord record : dropped) {
      if (round.owns(record.sceneId()) && !verdicts.containsKey(record.id())) {
        verdicts.put(record.id(), new Verdict(record.id(), record.results()));
        scenes.add(record.sceneId());
        outpainted += record.fate() == Fate.DUPLICATE ? 1 : 0;
      }
    }
    return new Yield(scenes.stream().distinct().sorted().toList(), verdicts, outpainted);
  }

  static RoundRecord of(
      Round round, Cost cost, Yield yield, Collection<String> passed, Cost saved) {
    Map<String, Integer> failures = new HashMap<>();
    for (Verdict verdict : yield.verdicts().values()) {
      for (GuidelineResult result : verdict.results()) {
        if (result.outcome() == Outcome.FAIL) {
          failures.merge(result.guidelineId(), 1, Integer::sum);
        }
      }
    }
    int ofTheRound = (int) passed.stream().filter(yield.verdicts()::containsKey).count();
    return RoundRecord.builder(round.number())
        .change(round.change())
        .scenes(yield.scenes())
        .candidates(yield.verdicts().size())
        .outpainted(yield.outpainted())
        .passed(ofTheRound)
        .failures(failures)
        .cost(cost)
        .spared(saved)
        .build();
  }
}
