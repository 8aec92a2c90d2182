package org.brandimage.examples.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.brandimage.examples.console.Console;
import org.brandimage.prompted.PromptedStages;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;

/**
 * Stages of a dry run: each adds up what the paid one would cost for the same request, and the free
 * one does the work. So the requests, and with them the sum, are those of a real run, up to what a
 * language model would say differently. Thread-safe.
 */
final class DryRunStages implements StageBundle {
  private final StageBundle paid;
  private final StageBundle prompted;
  private final StageBundle free;
  private final Map<StageId, Cost> costs = new TreeMap<>();
  private final Set<String> unpriced = new TreeSet<>();

  DryRunStages(StageBundle paid, StageBundle free) {
    this.paid = paid;
    this.prompted = PromptedStages.over(paid.languageModel().orElseThrow());
    this.free = free;
    paid.languageModel().ifPresent(this::noteUnpriced);
  }

  @Override
  public String name() {
    return "estimate";
  }

  @Override
  public Optional<Decomposer> decomposer() {
    return free.decomposer()
        .map(
            stage ->
                (request, context) -> {
                  note(StageId.DECOMPOSE, prompted.decomposer(), request);
                  return stage.decompose(request, context);
                });
  }

  @Override
  public Optional<Captioner> captioner() {
    return free.captioner()
        .map(
            stage ->
                (request, context) -> {
                  note(StageId.CAPTION, prompted.captioner(), request);
                  return stage.caption(request, context);
                });
  }

  @Override
  public Optional<CompositionPlanner> compositionPlanner() {
    return free.compositionPlanner()
        .map(
            stage ->
                (request, context) -> {
                  note(StageId.PLAN, prompted.compositionPlanner(), request);
                  return stage.plan(request, context);
                });
  }

  @Override
  public List<CutoutMaker> cutoutMakers() {
    return paid.cutoutMakers().stream().map(this::noting).toList();
  }

  @Override
  public Optional<Outpainter> outpainter() {
    return free.outpainter()
        .map(
            stage ->
                (request, context) -> {
                  note(StageId.OUTPAINT, paid.outpainter(), request);
                  return stage.outpaint(request, context);
                });
  }

  @Override
  public Optional<QualityJudge> qualityJudge() {
    return free.qualityJudge()
        .map(
            stage ->
                (request, context) -> {
                  note(StageId.JUDGE, prompted.qualityJudge(), request);
                  return stage.judge(request, context);
                });
  }

  synchronized void print(Console out) {
    out.format("%-10s %8s %12s", "stage", "calls", "at most");
    Cost sum = Cost.NONE;
    for (Map.Entry<StageId, Cost> entry : costs.entrySet()) {
      Cost cost = entry.getValue();
      print(out, entry.getKey().label(), cost);
      sum = sum.plus(cost);
    }
    print(out, "in all", sum);
    if (!unpriced.isEmpty()) {
      out.line("without a known price, so not in the sum: " + String.join(", ", unpriced));
    }
    out.line("No call was made. Language calls count a second try each.");
  }

  private static void print(Console out, String name, Cost cost) {
    out.format("%-10s %8d %12s", name, cost.units(), "$" + cost.usd());
  }

  private CutoutMaker noting(CutoutMaker maker) {
    return (request, context) -> {
      if (request.photo().raster().opaque()) {
        note(StageId.CUTOUT, Optional.of(maker), request);
      }
      throw new UnsupportedInputException("an estimate cuts nothing out");
    };
  }

  @SuppressWarnings("unchecked") // a priced stage is priced by its own request
  private synchronized <Q> void note(StageId id, Optional<?> stage, Q request) {
    Object priced = stage.orElseThrow();
    Cost cost = ((Priced<Q>) priced).estimate(request);
    costs.merge(id, cost, (one, other) -> one.plus(other));
    noteUnpriced(priced);
  }

  private synchronized void noteUnpriced(Object stage) {
    unpriced.addAll(((Priced<?>) Objects.requireNonNull(stage)).unpricedModels());
  }
}
