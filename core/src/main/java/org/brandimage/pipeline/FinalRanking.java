package org.brandimage.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.pipeline.execution.StageOutcome;
import org.brandimage.pipeline.execution.StageRunner;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.quality.PolicyDecision;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * The ranking of what passed, one for each canvas. Where the ranker fails the fallback ranks, since
 * the pictures are paid for by then; the result has a warning.
 */
final class FinalRanking {
  private final CampaignBrief brief;
  private final StageCalls calls;
  private final StageRunner runner;
  private final RunReport report;

  FinalRanking(CampaignBrief brief, StageCalls calls, StageRunner runner, RunReport report) {
    this.brief = brief;
    this.calls = calls;
    this.runner = runner;
    this.report = report;
  }

  /** Ranks the pictures that passed; every canvas of the brief has a ranking. */
  Map<CanvasSize, Ranking> of(List<JudgedImage> pool, PolicyDecision decision)
      throws InterruptedException {
    Map<CanvasSize, List<Contender>> contenders =
        JudgedImage.contenders(pool, Set.copyOf(decision.passed()), brief.canvases());
    List<CanvasSize> canvases = List.copyOf(contenders.keySet());
    Ranker ranker = calls.stages().ranker();
    List<StageOutcome<Ranking>> outcomes =
        runner.attempt(
            StageId.RANK,
            ranker,
            canvases,
            canvas -> calls.rank(ranker, request(contenders, canvas), canvas.toString()));
    Map<CanvasSize, Ranking> rankings = new LinkedHashMap<>();
    for (int i = 0; i < canvases.size(); i++) {
      CanvasSize canvas = canvases.get(i);
      StageOutcome<Ranking> outcome = outcomes.get(i);
      rankings.put(
          canvas,
          outcome.failure().isPresent()
              ? fallback(request(contenders, canvas), canvas, outcome.failure().get())
              : outcome.orThrow());
    }
    return rankings;
  }

  private RankRequest request(Map<CanvasSize, List<Contender>> contenders, CanvasSize canvas) {
    return RankRequest.of(contenders.getOrDefault(canvas, List.of())).withBrief(brief);
  }

  private Ranking fallback(RankRequest request, CanvasSize canvas, BrandImageException failure)
      throws InterruptedException {
    Ranker fallback = calls.stages().fallbackRanker();
    warn(canvas, failure, fallback);
    StageOutcome<Ranking> outcome = attempt(fallback, request, canvas);
    if (outcome.failure().isPresent()) {
      Ranker last = new UnscoredRanker();
      warn(canvas, outcome.failure().get(), last);
      return attempt(last, request, canvas).orThrow();
    }
    return outcome.orThrow();
  }

  private StageOutcome<Ranking> attempt(Ranker ranker, RankRequest request, CanvasSize canvas)
      throws InterruptedException {
    return runner
        .attempt(
            StageId.RANK,
            ranker,
            List.of(request),
            input -> calls.rank(ranker, input, canvas.toString()))
        .get(0);
  }

  private void warn(CanvasSize canvas, BrandImageException failure, Ranker next) {
    report.warn(
        new Warning(
            "the ranker failed, and "
                + StageIdentity.of(next).name()
                + " ranked in its place: "
                + failure.getMessage(),
            "canvas " + canvas,
            "mend the ranker and run the brief again: what was paid for is in the result store"));
  }
}
