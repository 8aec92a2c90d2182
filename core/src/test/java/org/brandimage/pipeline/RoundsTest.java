package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.quality.GuidelineSet;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.junit.jupiter.api.Test;

/** The loop: what is done again, when it ends, and what is written down. */
class RoundsTest {
  private final CountedStages stages = new CountedStages();

  @Test
  void run_captionNote_redoesOnlyTheCaptionAndWhatDependsOnIt() {
    RunResult result =
        CountedStages.run(
            stages.builder(
                CountedStages.judge("warm"), CountedStages.note(StageId.CAPTION, "warm light")),
            CountedStages.rounds(3));

    assertThat(result.finalists()).hasSize(3);
    assertThat(stages.count(StageId.DECOMPOSE)).isEqualTo(1);
    assertThat(stages.count(StageId.RETRIEVE)).isEqualTo(3);
    assertThat(stages.count(StageId.CUTOUT)).isEqualTo(1);
    assertThat(stages.count(StageId.CAPTION)).isEqualTo(2);
    assertThat(stages.count(StageId.PLAN)).isEqualTo(2);
    assertThat(stages.count(StageId.OUTPAINT)).isEqualTo(18);
    assertThat(stages.count(StageId.JUDGE)).isEqualTo(18);
    RunHistory history = result.provenance().history();
    assertThat(history.rounds()).hasSize(2);
    assertThat(history.ending()).isEqualTo("enough pictures passed");
    RoundRecord first = history.rounds().get(0);
    RoundRecord second = history.rounds().get(1);
    assertThat(first.passed()).isZero();
    assertThat(first.failures()).containsExactly(Map.entry("shadow", 9));
    assertThat(second.change().notes()).isEqualTo(Map.of(StageId.CAPTION, List.of("warm light")));
    assertThat(second.passed()).isEqualTo(9);
    assertThat(second.scenes()).containsExactly("scene-1-round-2");
    assertThat(result.candidates()).hasSize(18);
  }

  @Test
  void run_noteToTheOutpainter_redoesOnlyThePictures() {
    RunResult result =
        CountedStages.run(
            stages.builder(
                CountedStages.judge("never"), CountedStages.note(StageId.OUTPAINT, "again")),
            CountedStages.rounds(2));

    assertThat(stages.count(StageId.CAPTION)).isEqualTo(1);
    assertThat(stages.count(StageId.PLAN)).isEqualTo(1);
    assertThat(stages.count(StageId.OUTPAINT)).isEqualTo(18);
    assertThat(result.finalists()).isEmpty();
    assertThat(result.provenance().history().ending()).isEqualTo("no round was left");
    assertThat(result.warnings()).anyMatch(w -> w.what().contains("best so far"));
  }

  @Test
  void run_refinementThatRepeats_ends() {
    RunResult result =
        CountedStages.run(
            stages.builder(
                CountedStages.judge("never"), CountedStages.note(StageId.CAPTION, "the same")),
            CountedStages.rounds(10));

    assertThat(result.provenance().history().rounds()).hasSize(2);
    assertThat(result.provenance().history().ending()).isEqualTo("the refinement repeated itself");
    assertThat(stages.count(StageId.CAPTION)).isEqualTo(2);
  }

  @Test
  void run_refinerWithoutAnAnswer_endsAfterTheRound() {
    Refiner silent = (request, context) -> Refinement.NONE;
    RunResult result =
        CountedStages.run(
            stages.builder(CountedStages.judge("never"), silent), CountedStages.rounds(5));

    assertThat(result.provenance().history().rounds()).hasSize(1);
    assertThat(result.provenance().history().ending()).isEqualTo("nothing was left to mend");
  }

  @Test
  void run_noteThatChangesNothing_leavesRepeatedPicturesOut() {
    // The retriever hears of the excluded asset, which it would not have used.
    Refiner useless =
        (request, context) -> new Refinement(Map.of(), Set.of("backgrounds/sandy-beach"));
    RunResult result =
        CountedStages.run(
            stages.builder(CountedStages.judge("never"), useless), CountedStages.rounds(2));

    assertThat(stages.count(StageId.OUTPAINT)).isEqualTo(9);
    assertThat(result.candidates())
        .filteredOn(candidate -> candidate.fate() == Fate.DUPLICATE)
        .hasSize(9)
        .allMatch(candidate -> candidate.sceneId().equals("scene-1-round-2"));
  }

  @Test
  void run_laterRoundFails_keepsWhatTheFirstMade() {
    AtomicInteger captions = new AtomicInteger();
    PipelineBuilder builder =
        BrandImagePipeline.builder()
            .decomposer(new FakeDecomposer())
            .assetRetriever(new FakeAssetRetriever())
            .addCutoutMaker(new FakeCutoutMaker())
            .captioner(
                (request, context) -> {
                  if (captions.incrementAndGet() > 1) {
                    throw new StageException("the model is gone");
                  }
                  return new FakeCaptioner().caption(request, context);
                })
            .compositionPlanner(new PipelineFixtures.GridPlanner())
            .outpainter(new FakeOutpainter())
            .qualityJudge(CountedStages.firstCellOnly())
            .ranker(new FakeRanker())
            .guidelineChecks(List.of())
            .guidelines(GuidelineSet.of(List.of(CountedStages.SHADOW)))
            .refiner(CountedStages.note(StageId.CAPTION, "warm light"));

    RunResult result = CountedStages.run(builder, CountedStages.rounds(3));

    assertThat(result.finalists()).hasSize(1);
    assertThat(result.provenance().history().ending()).contains("the model is gone");
    assertThat(result.warnings()).anyMatch(w -> w.what().contains("best so far"));
  }

  @Test
  void run_budgetSpent_endsWithTheBestSoFar() {
    FakePaidOutpainter painter = new FakePaidOutpainter();
    PipelineBuilder builder =
        BrandImagePipeline.builder()
            .decomposer(new FakeDecomposer())
            .assetRetriever(new FakeAssetRetriever())
            .addCutoutMaker(new FakeCutoutMaker())
            .captioner(new FakeCaptioner())
            .compositionPlanner(new PipelineFixtures.GridPlanner())
            .outpainter(painter)
            .qualityJudge(CountedStages.firstCellOnly())
            .ranker(new FakeRanker())
            .guidelineChecks(List.of())
            .guidelines(GuidelineSet.of(List.of(CountedStages.SHADOW)))
            .refiner(CountedStages.note(StageId.OUTPAINT, "again"));

    RunResult result =
        CountedStages.run(
            builder,
            PipelineOptions.builder()
                .rounds(RoundOptions.DEFAULT.withMost(5))
                .budget(Budget.ofUnits(9)));

    assertThat(result.provenance().cost().units()).isEqualTo(9);
    assertThat(result.provenance().history().ending()).isEqualTo("the budget was spent");
    assertThat(result.finalists()).hasSize(1);
  }

  @Test
  void run_picturesOfTwoRounds_standTogetherAmongTheFinalists() {
    RunResult result =
        CountedStages.run(
            stages.builder(
                CountedStages.firstCellOnly(), CountedStages.note(StageId.OUTPAINT, "again")),
            CountedStages.rounds(2));

    assertThat(result.finalists()).hasSize(2);
    assertThat(result.finalists())
        .extracting(finalist -> finalist.candidate().sceneId())
        .containsExactlyInAnyOrder("scene-1", "scene-1-round-2");
  }

  @Test
  void run_relaxingPolicy_refinesBeforeItRelaxes() {
    Guideline flexible = Guideline.flexible("shadow", "There is a shadow.");
    PipelineBuilder builder =
        stages
            .builder(CountedStages.judge("warm"), CountedStages.note(StageId.CAPTION, "warm light"))
            .guidelines(GuidelineSet.of(List.of(flexible)));
    RunResult result =
        CountedStages.run(
            builder,
            PipelineOptions.builder()
                .policy(JudgePolicies.relaxing())
                .rounds(RoundOptions.DEFAULT.withMost(2)));

    assertThat(result.provenance().policy()).isEqualTo("nothing relaxed");
    assertThat(result.finalists())
        .allMatch(finalist -> finalist.candidate().sceneId().equals("scene-1-round-2"));
  }

  @Test
  void run_oneRound_asksNoRefinerAndKeepsNothing() {
    Refiner forbidden =
        (request, context) -> {
          throw new AssertionError("asked");
        };
    RunResult result =
        CountedStages.run(
            stages.builder(CountedStages.judge("never"), forbidden), PipelineOptions.builder());

    assertThat(result.finalists()).isEmpty();
    assertThat(result.provenance().history().rounds()).hasSize(1);
    assertThat(result.rejected())
        .hasSize(9)
        .allMatch(candidate -> candidate.reasons().equals(List.of("shadow: It floats.")));
    assertThat(result.warnings()).anyMatch(w -> w.what().contains("no finalist"));
  }
}
