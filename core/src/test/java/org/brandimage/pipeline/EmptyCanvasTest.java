package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.RunWarning;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** What becomes of a canvas on which no picture keeps every guideline. */
class EmptyCanvasTest {
  private static final CanvasSize KEPT = new CanvasSize(128, 128);
  private static final CanvasSize BROKEN = new CanvasSize(160, 96);
  private static final Guideline FLEXIBLE = Guideline.flexible("calm", "The scene is calm.");
  private static final Guideline REQUIRED = Guideline.required("whole", "The product is whole.");

  private final List<PipelineEvent> events = new ArrayList<>();

  @Test
  void run_flexibleGuidelineBrokenOnOneCanvas_isRelaxedThereOnlyAndSaid() {
    RunResult result = run(FLEXIBLE, PipelineOptions.builder());

    assertThat(result.finalists())
        .extracting(EmptyCanvasTest::canvas)
        .containsExactly(KEPT, KEPT, KEPT, BROKEN, BROKEN, BROKEN);
    assertThat(result.provenance().policy()).isEqualTo("relaxed: calm for 160x96");
    assertThat(result.warnings())
        .containsExactly(
            new Warning(
                "no picture kept every guideline, so these were relaxed: calm",
                "canvas 160x96",
                "choose the strict policy to get none instead"));
  }

  @Test
  void run_requiredGuidelineBrokenOnOneCanvas_leavesItEmptyAndWarns() {
    RunResult result = run(REQUIRED, PipelineOptions.builder());

    assertThat(result.finalists()).hasSize(3).allMatch(f -> canvas(f).equals(KEPT));
    assertThat(result.warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.toString())
                    .contains("canvas 160x96: no finalist")
                    .contains("all 9 pictures")
                    .contains("whole"));
    assertThat(events).filteredOn(RunWarning.class::isInstance).hasSize(1);
  }

  @Test
  void run_strictPolicy_leavesTheCanvasEmptyAndWarns() {
    RunResult result = run(FLEXIBLE, PipelineOptions.builder().policy(JudgePolicies.strict()));

    assertThat(result.finalists()).hasSize(3).allMatch(f -> canvas(f).equals(KEPT));
    assertThat(result.warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.toString()).contains("160x96", "calm"));
  }

  private RunResult run(Guideline guideline, PipelineOptions.Builder options) {
    CampaignBrief brief =
        CampaignBrief.builder(Fixtures.DUCK_PROMPT).canvases(List.of(KEPT, BROKEN)).build();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete()
            .guidelineChecks(List.of(new BrokenOnWideCanvases(guideline)))
            .addListener(events::add)
            .options(options.threads(1).build())
            .build()) {
      return pipeline.run(brief);
    }
  }

  private static CanvasSize canvas(Finalist finalist) {
    return finalist.candidate().canvas();
  }

  /** Fails on canvases that are wider than high. */
  private record BrokenOnWideCanvases(Guideline guideline) implements GuidelineCheck {
    @Override
    public Phase phase() {
      return Phase.GENERATED;
    }

    @Override
    public GuidelineResult check(CheckRequest request, StageContext context) {
      boolean wide = request.picture().size().width() > request.picture().size().height();
      Outcome outcome = wide ? Outcome.FAIL : Outcome.PASS;
      return GuidelineResult.builder(guideline.id(), outcome, "test", "It is so.").build();
    }
  }
}
