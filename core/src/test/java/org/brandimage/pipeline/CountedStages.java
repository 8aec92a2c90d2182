package org.brandimage.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.quality.GuidelineSet;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;

/** Small stages that count their calls, and the judges and refiners of the loop's tests. */
final class CountedStages {
  static final Guideline SHADOW = Guideline.required("shadow", "There is a shadow.");

  private final Map<StageId, AtomicInteger> calls = new ConcurrentHashMap<>();

  PipelineBuilder builder(QualityJudge judge, Refiner refiner) {
    FakeOutpainter painter = new FakeOutpainter();
    PipelineFixtures.GridPlanner planner = new PipelineFixtures.GridPlanner();
    return BrandImagePipeline.builder()
        .decomposer(
            (request, context) -> {
              called(StageId.DECOMPOSE);
              return new FakeDecomposer().decompose(request, context);
            })
        .assetRetriever(
            (request, context) -> {
              called(StageId.RETRIEVE);
              return new FakeAssetRetriever().retrieve(request, context);
            })
        .addCutoutMaker(
            (request, context) -> {
              called(StageId.CUTOUT);
              return new FakeCutoutMaker().cut(request, context);
            })
        .captioner(
            (request, context) -> {
              called(StageId.CAPTION);
              return noted(new FakeCaptioner().caption(request, context), request.notes());
            })
        .compositionPlanner(
            (request, context) -> {
              called(StageId.PLAN);
              return planner.plan(request, context);
            })
        .outpainter(
            (request, context) -> {
              called(StageId.OUTPAINT);
              return painter.outpaint(request, context);
            })
        .qualityJudge(
            (request, context) -> {
              called(StageId.JUDGE);
              return judge.judge(request, context);
            })
        .ranker(new FakeRanker())
        .guidelineChecks(List.of())
        .guidelines(GuidelineSet.of(List.of(SHADOW)))
        .refiner(refiner);
  }

  /** The caption with what the notes ask for at its end. */
  private static Caption noted(Caption caption, List<String> notes) {
    String end = notes.isEmpty() ? "" : " Seen in " + String.join(", ", notes) + ".";
    return Caption.builder(
            caption.text() + end, caption.subject(), caption.reference(), caption.environment())
        .build();
  }

  private void called(StageId stage) {
    calls.computeIfAbsent(stage, key -> new AtomicInteger()).incrementAndGet();
  }

  int count(StageId stage) {
    return calls.getOrDefault(stage, new AtomicInteger()).get();
  }

  static RunResult run(PipelineBuilder builder, PipelineOptions.Builder options) {
    try (BrandImagePipeline pipeline = builder.options(options.build()).build()) {
      return pipeline.run(PipelineFixtures.BRIEF);
    }
  }

  static PipelineOptions.Builder rounds(int most) {
    return PipelineOptions.builder().rounds(RoundOptions.DEFAULT.withMost(most));
  }

  static Refiner note(StageId stage, String text) {
    return (RefineRequest request, org.brandimage.spi.context.StageContext context) ->
        new Refinement(Map.of(stage, List.of(text)), Set.of());
  }

  /** Passes pictures whose caption holds a word. */
  static QualityJudge judge(String word) {
    return (request, context) -> verdict(request, request.caption().text().contains(word));
  }

  /** Passes the first cell of the grid, in every round. */
  static QualityJudge firstCellOnly() {
    return (request, context) ->
        verdict(
            request,
            request.candidate().id().startsWith("p0s0")
                && request.candidate().placements().get(0).rotation() == 0);
  }

  private static Verdict verdict(JudgeRequest request, boolean passed) {
    String reason = passed ? "It stands." : "It floats.";
    return new Verdict(
        request.candidate().id(),
        request.guidelines().stream()
            .map(
                rule ->
                    GuidelineResult.builder(
                            rule.id(), passed ? Outcome.PASS : Outcome.FAIL, "test", reason)
                        .hint(passed ? "" : "caption: a soft shadow")
                        .build())
            .toList());
  }
}
