package org.brandimage.examples.cli;

import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.brandimage.examples.console.Console;
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

/**
 * Prints a result: the finalists with the files they show, the guidelines that nothing answered,
 * and why the other candidates were dropped.
 */
final class ResultTable {
  private static final String ROW = "%-11s %-5s %-7s %-9s %-40s %s";

  private final RunResult result;
  private final AssetFiles files;
  private final Console out;

  private ResultTable(RunResult result, AssetFiles files, Console out) {
    this.result = result;
    this.files = files;
    this.out = out;
  }

  static void print(RunResult result, AssetFiles files, Console out) {
    ResultTable table = new ResultTable(result, files, out);
    table.scenes();
    table.finalists();
    table.unanswered();
    table.dropped();
  }

  private void scenes() {
    for (SceneRecord scene : result.scenes()) {
      out.line();
      out.line(scene.id() + ": " + files.scene(scene));
      out.line("  " + scene.caption().text());
    }
  }

  private void finalists() {
    out.line();
    out.format(ROW, "canvas", "place", "score", "checks", "candidate", "shows");
    for (Finalist finalist : result.finalists()) {
      CandidateRecord candidate = finalist.candidate();
      out.format(
          ROW,
          candidate.canvas(),
          finalist.place(),
          score(candidate),
          passed(candidate.results()),
          candidate.id(),
          shown(candidate));
    }
  }

  private static String score(CandidateRecord candidate) {
    return String.format(Locale.ROOT, "%.3f", candidate.score());
  }

  /** Says for how many finalists a guideline is unanswered, and why for the first of them. */
  private void unanswered() {
    Map<String, List<GuidelineResult>> open =
        result.finalists().stream()
            .flatMap(finalist -> finalist.candidate().results().stream())
            .filter(answer -> answer.outcome() == Outcome.UNANSWERED)
            .collect(Collectors.groupingBy(GuidelineResult::guidelineId, TreeMap::new, toList()));
    if (open.isEmpty()) {
      return;
    }
    out.line();
    out.line("unanswered checks of finalists:");
    open.forEach(
        (id, answers) -> out.format("  %4d x %s: %s", answers.size(), id, answers.get(0).reason()));
  }

  private void dropped() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (CandidateRecord candidate : result.rejected()) {
      reasons.merge(reason(candidate) + " [" + shown(candidate) + "]", 1, Integer::sum);
    }
    out.line();
    out.format(
        "%d candidates: %d finalists, %d ranked below them, %d dropped",
        result.candidates().size(),
        result.finalists().size(),
        count(Fate.RANKED),
        result.rejected().size());
    bill();
    spared();
    reasons.forEach((reason, count) -> out.format("  %4d x %s", count, reason));
  }

  /** Says what the run paid, and what it found that earlier runs had paid. */
  private void bill() {
    Cost paid = result.provenance().cost();
    Cost reused = result.provenance().reused();
    if (!paid.equals(Cost.NONE)) {
      out.format("paid: %d calls or pictures, %s USD", paid.units(), usd(paid));
    }
    if (!reused.equals(Cost.NONE)) {
      out.format(
          "found and not bought again: %d calls or pictures, %s USD paid before",
          reused.units(), usd(reused));
    }
  }

  private static String usd(Cost cost) {
    return cost.usd().stripTrailingZeros().toPlainString();
  }

  /** Says how many were not outpainted, how many came out the same, and what that saved. */
  private void spared() {
    int spared = count(Fate.NOT_SELECTED);
    int repeated = count(Fate.DUPLICATE);
    RunHistory history = result.provenance().history();
    if (spared > 0) {
      Cost saved = history.rounds().stream().map(RoundRecord::spared).reduce(Cost.NONE, Cost::plus);
      out.format(
          "%d not outpainted, which saved at most %d paid calls and %s USD",
          spared, saved.units(), usd(saved));
    }
    if (repeated > 0) {
      out.format("%d came out as in an earlier round", repeated);
    }
    if (history.rounds().size() > 1) {
      out.format("%d rounds: %s", history.rounds().size(), history.ending());
    }
  }

  private int count(Fate fate) {
    return (int) result.candidates().stream().filter(candidate -> candidate.fate() == fate).count();
  }

  private String shown(CandidateRecord candidate) {
    return files.products(candidate) + " on " + files.background(candidate);
  }

  private static String passed(List<GuidelineResult> results) {
    long applicable = results.stream().filter(r -> r.outcome() != Outcome.NOT_APPLICABLE).count();
    return results.stream().filter(GuidelineResult::passed).count() + "/" + applicable;
  }

  private static String reason(CandidateRecord candidate) {
    return candidate.reasons().isEmpty() ? candidate.fate().name() : candidate.reasons().get(0);
  }
}
