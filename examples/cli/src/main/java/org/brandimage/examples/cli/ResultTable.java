package org.brandimage.examples.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.SceneRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;

/** Prints a result as two tables: the finalists, and why the others were dropped. */
final class ResultTable {
  private ResultTable() {}

  static void print(RunResult result, PrintWriter out) {
    for (SceneRecord scene : result.scenes()) {
      out.println();
      out.println(scene.id() + ": " + used(scene));
      out.println("  " + scene.caption().text());
    }
    out.println();
    out.printf(
        Locale.ROOT,
        "%-11s %-5s %-7s %-9s %s%n",
        "canvas",
        "place",
        "score",
        "checks",
        "candidate");
    for (Finalist finalist : result.finalists()) {
      CandidateRecord candidate = finalist.candidate();
      out.printf(
          Locale.ROOT,
          "%-11s %-5d %-7.3f %-9s %s%n",
          candidate.canvas(),
          finalist.place(),
          candidate.score(),
          passed(candidate.results()),
          candidate.id());
    }
    printDropped(result, out);
  }

  private static void printDropped(RunResult result, PrintWriter out) {
    Map<String, Integer> reasons = new TreeMap<>();
    result.rejected().forEach(candidate -> reasons.merge(reason(candidate), 1, Integer::sum));
    int ranked = count(result, Fate.RANKED);
    out.println();
    out.printf(
        Locale.ROOT,
        "%d candidates: %d finalists, %d ranked below them, %d dropped%n",
        result.candidates().size(),
        result.finalists().size(),
        ranked,
        result.rejected().size());
    spared(result, out);
    reasons.forEach((reason, count) -> out.printf(Locale.ROOT, "  %4d x %s%n", count, reason));
    out.flush();
  }

  /** Says how many were not outpainted, how many came out the same, and what that saved. */
  private static void spared(RunResult result, PrintWriter out) {
    int spared = count(result, Fate.NOT_SELECTED);
    int repeated = count(result, Fate.DUPLICATE);
    if (spared > 0) {
      Cost saved =
          result.provenance().history().rounds().stream()
              .map(RoundRecord::spared)
              .reduce(Cost.NONE, Cost::plus);
      out.printf(
          Locale.ROOT,
          "%d not outpainted, which saved at most %d paid calls and %s USD%n",
          spared,
          saved.units(),
          saved.usd().stripTrailingZeros().toPlainString());
    }
    if (repeated > 0) {
      out.printf(Locale.ROOT, "%d came out as in an earlier round%n", repeated);
    }
    if (result.provenance().history().rounds().size() > 1) {
      RunHistory history = result.provenance().history();
      out.printf(Locale.ROOT, "%d rounds: %s%n", history.rounds().size(), history.ending());
    }
  }

  private static int count(RunResult result, Fate fate) {
    return (int) result.candidates().stream().filter(candidate -> candidate.fate() == fate).count();
  }

  private static String used(SceneRecord scene) {
    List<String> assets =
        java.util.stream.Stream.concat(scene.products().stream(), scene.setting().stream())
            .map(choice -> choice.assetId().isEmpty() ? "(no picture)" : choice.assetId())
            .toList();
    return String.join(" + ", assets);
  }

  private static String passed(List<GuidelineResult> results) {
    long applicable = results.stream().filter(r -> r.outcome() != Outcome.NOT_APPLICABLE).count();
    return results.stream().filter(GuidelineResult::passed).count() + "/" + applicable;
  }

  private static String reason(CandidateRecord candidate) {
    return candidate.reasons().isEmpty() ? candidate.fate().name() : candidate.reasons().get(0);
  }
}
