package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.quality.GuidelineSet;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.FakeAssetRetriever;
import org.brandimage.spi.testkit.FakeCaptioner;
import org.brandimage.spi.testkit.FakeCutoutMaker;
import org.brandimage.spi.testkit.FakeDecomposer;
import org.brandimage.spi.testkit.FakeLanguageModel;
import org.brandimage.spi.testkit.FakeOutpainter;
import org.brandimage.spi.testkit.FakePaidOutpainter;
import org.brandimage.spi.testkit.FakeRanker;
import org.junit.jupiter.api.Test;

/** The loop: what is done again, when it ends, and what is written down. */
class RoundsTest {
  private static final CampaignBrief BRIEF = PipelineFixtures.BRIEF;
  private static final Guideline SHADOW = Guideline.required("shadow", "There is a shadow.");

  private final Map<StageId, AtomicInteger> calls = new ConcurrentHashMap<>();

  @Test
  void run_captionNote_redoesOnlyTheCaptionAndWhatDependsOnIt() {
    RunResult result = run(builder(judge("warm"), note(StageId.CAPTION, "warm light")), rounds(3));

    assertThat(result.finalists()).hasSize(3);
    assertThat(count(StageId.DECOMPOSE)).isEqualTo(1);
    assertThat(count(StageId.RETRIEVE)).isEqualTo(3);
    assertThat(count(StageId.CUTOUT)).isEqualTo(1);
    assertThat(count(StageId.CAPTION)).isEqualTo(2);
    assertThat(count(StageId.PLAN)).isEqualTo(2);
    assertThat(count(StageId.OUTPAINT)).isEqualTo(18);
    assertThat(count(StageId.JUDGE)).isEqualTo(18);
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
    RunResult result = run(builder(judge("never"), note(StageId.OUTPAINT, "again")), rounds(2));

    assertThat(count(StageId.CAPTION)).isEqualTo(1);
    assertThat(count(StageId.PLAN)).isEqualTo(1);
    assertThat(count(StageId.OUTPAINT)).isEqualTo(18);
    assertThat(result.finalists()).isEmpty();
    assertThat(result.provenance().history().ending()).isEqualTo("no round was left");
    assertThat(result.provenance().warnings()).anyMatch(w -> w.contains("best so far"));
  }

  @Test
  void run_refinementThatRepeats_ends() {
    RunResult result = run(builder(judge("never"), note(StageId.CAPTION, "the same")), rounds(10));

    assertThat(result.provenance().history().rounds()).hasSize(2);
    assertThat(result.provenance().history().ending()).isEqualTo("the refinement repeated itself");
    assertThat(count(StageId.CAPTION)).isEqualTo(2);
  }

  @Test
  void run_refinerWithoutAnAnswer_endsAfterTheRound() {
    Refiner silent = (request, context) -> Refinement.NONE;
    RunResult result = run(builder(judge("never"), silent), rounds(5));

    assertThat(result.provenance().history().rounds()).hasSize(1);
    assertThat(result.provenance().history().ending()).isEqualTo("nothing was left to mend");
  }

  @Test
  void run_noteThatChangesNothing_leavesRepeatedPicturesOut() {
    // The retriever hears of the excluded asset, which it would not have used.
    Refiner useless =
        (request, context) -> new Refinement(Map.of(), Set.of("backgrounds/sandy-beach"));
    RunResult result = run(builder(judge("never"), useless), rounds(2));

    assertThat(count(StageId.OUTPAINT)).isEqualTo(9);
    assertThat(result.candidates())
        .filteredOn(candidate -> candidate.fate() == Fate.REPEATED)
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
            .cutoutMaker(new FakeCutoutMaker())
            .captioner(
                (request, context) -> {
                  if (captions.incrementAndGet() > 1) {
                    throw new StageException("the model is gone");
                  }
                  return new FakeCaptioner().caption(request, context);
                })
            .compositionPlanner(new PipelineFixtures.GridPlanner())
            .outpainter(new FakeOutpainter())
            .qualityJudge(firstCellOnly())
            .ranker(new FakeRanker())
            .guidelineChecks(List.of())
            .guidelines(GuidelineSet.of(List.of(SHADOW)))
            .refiner(note(StageId.CAPTION, "warm light"));

    RunResult result = run(builder, rounds(3));

    assertThat(result.finalists()).hasSize(1);
    assertThat(result.provenance().history().ending()).contains("the model is gone");
    assertThat(result.provenance().warnings()).anyMatch(w -> w.contains("best so far"));
  }

  @Test
  void run_budgetSpent_endsWithTheBestSoFar() {
    FakePaidOutpainter painter = new FakePaidOutpainter();
    PipelineBuilder builder =
        BrandImagePipeline.builder()
            .decomposer(new FakeDecomposer())
            .assetRetriever(new FakeAssetRetriever())
            .cutoutMaker(new FakeCutoutMaker())
            .captioner(new FakeCaptioner())
            .compositionPlanner(new PipelineFixtures.GridPlanner())
            .outpainter(painter)
            .qualityJudge(firstCellOnly())
            .ranker(new FakeRanker())
            .guidelineChecks(List.of())
            .guidelines(GuidelineSet.of(List.of(SHADOW)))
            .refiner(note(StageId.OUTPAINT, "again"));

    RunResult result =
        run(
            builder,
            PipelineOptions.builder()
                .rounds(RoundOptions.DEFAULT.withMost(5))
                .budget(new Cost(9, Long.MAX_VALUE)));

    assertThat(result.provenance().cost().units()).isEqualTo(9);
    assertThat(result.provenance().history().ending()).isEqualTo("the budget was spent");
    assertThat(result.finalists()).hasSize(1);
  }

  @Test
  void run_picturesOfTwoRounds_standTogetherAmongTheFinalists() {
    RunResult result = run(builder(firstCellOnly(), note(StageId.OUTPAINT, "again")), rounds(2));

    assertThat(result.finalists()).hasSize(2);
    assertThat(result.finalists())
        .extracting(finalist -> finalist.candidate().sceneId())
        .containsExactlyInAnyOrder("scene-1", "scene-1-round-2");
  }

  @Test
  void run_relaxingPolicy_refinesBeforeItRelaxes() {
    Guideline flexible = Guideline.flexible("shadow", "There is a shadow.");
    PipelineBuilder builder =
        builder(judge("warm"), note(StageId.CAPTION, "warm light"))
            .guidelines(GuidelineSet.of(List.of(flexible)));
    RunResult result =
        run(
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
    RunResult result = run(builder(judge("never"), forbidden), PipelineOptions.builder());

    assertThat(result.finalists()).isEmpty();
    assertThat(result.provenance().history().rounds()).hasSize(1);
    assertThat(result.rejected())
        .hasSize(9)
        .allMatch(candidate -> candidate.reasons().equals(List.of("shadow: It floats.")));
    assertThat(result.provenance().warnings()).anyMatch(w -> w.contains("no picture passed"));
  }

  @Test
  void refine_wordsAndAPick_keepTheCellAndLinkToTheRunBefore() {
    PipelineBuilder builder = builder(judge(""), note(StageId.CAPTION, "warm light"));
    try (BrandImagePipeline pipeline = builder.build()) {
      RunResult before = pipeline.run(BRIEF);
      String picked = before.finalists().get(1).id();
      RunResult after =
          pipeline.refine(before, new Feedback("warmer light", List.of(picked), List.of()));
      RunResult third = pipeline.refine(after, new Feedback("another", List.of(), List.of(picked)));

      assertThat(after.candidates()).extracting(CandidateRecord::id).containsExactly(picked);
      RunHistory history = after.provenance().history();
      assertThat(history.previousRunId()).isEqualTo(before.runId());
      assertThat(history.feedback()).hasSize(1);
      assertThat(history.refinement().notes(StageId.CAPTION)).containsExactly("warm light");
      assertThat(third.candidates()).hasSize(8);
      assertThat(third.provenance().history().feedback()).hasSize(2);
      assertThat(third.provenance().history().previousRunId()).isEqualTo(after.runId());
    }
  }

  @Test
  void refine_pictureOfAnotherRun_isRefused() {
    try (BrandImagePipeline pipeline = builder(judge(""), note(StageId.CAPTION, "x")).build()) {
      RunResult result = pipeline.run(BRIEF);
      Feedback feedback = new Feedback("warmer", List.of("scene-9.1x1.c1"), List.of());

      assertThatThrownBy(() -> pipeline.refine(result, feedback))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("scene-9.1x1.c1");
    }
  }

  @Test
  void run_outpaintBestThree_outpaintsThreeAndSaysWhatWasSaved() {
    FakePaidOutpainter painter = new FakePaidOutpainter();
    RunResult all = run(paid(painter), PipelineOptions.builder());
    RunResult best =
        run(
            paid(painter),
            PipelineOptions.builder().rounds(RoundOptions.DEFAULT.withOutpaintBest(3)));

    RoundRecord whole = all.provenance().history().rounds().get(0);
    RoundRecord few = best.provenance().history().rounds().get(0);
    assertThat(whole.outpainted()).isEqualTo(9);
    assertThat(whole.spared()).isEqualTo(Cost.NONE);
    assertThat(few.outpainted()).isEqualTo(3);
    assertThat(few.spared().units()).isEqualTo(6);
    assertThat(few.cost().units() + few.spared().units()).isEqualTo(whole.cost().units());
    assertThat(best.candidates())
        .filteredOn(candidate -> candidate.fate() == Fate.SPARED)
        .hasSize(6)
        .allMatch(candidate -> candidate.reasons().get(0).startsWith("not outpainted: number"));
    assertThat(best.finalists())
        .anyMatch(finalist -> finalist.id().endsWith(".p0s1r+0x1.0"))
        .hasSize(3);
  }

  @Test
  void run_contactSheet_outpaintsWhatTheModelLikes() {
    FakeLanguageModel model = new FakeLanguageModel(RoundsTest::likesTheLastTwo);
    RunResult result =
        run(
            paid(new FakePaidOutpainter()).languageModel(model),
            PipelineOptions.builder()
                .rounds(RoundOptions.DEFAULT.withOutpaintBest(2).withContactSheet(true)));

    assertThat(model.calls()).isEqualTo(1);
    assertThat(result.candidates())
        .filteredOn(candidate -> candidate.fate() != Fate.SPARED)
        .extracting(CandidateRecord::id)
        .containsExactly("scene-1.320x320.p0s1r-15x1.0", "scene-1.320x320.p0s2r-15x1.0");
  }

  @Test
  void run_contactSheetTheModelCannotScore_fallsBackOnMeasures() {
    FakeLanguageModel model = new FakeLanguageModel(request -> "{}");
    RunResult result =
        run(
            paid(new FakePaidOutpainter()).languageModel(model),
            PipelineOptions.builder()
                .rounds(RoundOptions.DEFAULT.withOutpaintBest(2).withContactSheet(true)));

    assertThat(result.finalists()).hasSize(2);
    assertThat(result.provenance().warnings()).anyMatch(w -> w.startsWith("the contact sheet"));
  }

  @Test
  void build_contactSheetWithoutAModel_isRefused() {
    PipelineBuilder builder =
        paid(new FakePaidOutpainter())
            .options(
                PipelineOptions.builder()
                    .rounds(RoundOptions.DEFAULT.withContactSheet(true))
                    .build());

    assertThatThrownBy(builder::build)
        .isInstanceOf(PipelineConfigurationException.class)
        .hasMessageContaining("contactSheet");
  }

  @Test
  void refine_pickWithoutAWord_isAnotherTakeOfTheSame() {
    Refiner silent = (request, context) -> Refinement.NONE;
    try (BrandImagePipeline pipeline = builder(judge(""), silent).build()) {
      RunResult before = pipeline.run(BRIEF);
      Feedback pick = new Feedback("", List.of(before.finalists().get(0).id()), List.of());
      RunResult after = pipeline.refine(before, pick);
      RunResult third = pipeline.refine(after, pick);

      assertThat(after.provenance().history().refinement().notes(StageId.OUTPAINT))
          .containsExactly("take 1");
      assertThat(third.provenance().history().refinement().notes(StageId.OUTPAINT))
          .containsExactly("take 1", "take 2");
    }
  }

  private static String likesTheLastTwo(LanguageRequest request) {
    StringBuilder json = new StringBuilder("{\"sketches\":[");
    for (int i = 1; i <= 9; i++) {
      json.append(i == 1 ? "" : ",");
      json.append("{\"number\":" + i + ",\"reason\":\"r\",\"score\":" + (i > 7 ? 10 : 0) + "}");
    }
    assertThat(request.images()).hasSize(1);
    return json.append("]}").toString();
  }

  private static PipelineBuilder paid(FakePaidOutpainter painter) {
    return PipelineFixtures.withoutOutpainter()
        .outpainter(painter)
        .guidelines(GuidelineSet.of(List.of()));
  }

  private PipelineBuilder builder(QualityJudge judge, Refiner refiner) {
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
        .cutoutMaker(
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

  private int count(StageId stage) {
    return calls.getOrDefault(stage, new AtomicInteger()).get();
  }

  private static RunResult run(PipelineBuilder builder, PipelineOptions.Builder options) {
    try (BrandImagePipeline pipeline = builder.options(options.build()).build()) {
      return pipeline.run(BRIEF);
    }
  }

  private static PipelineOptions.Builder rounds(int most) {
    return PipelineOptions.builder().rounds(RoundOptions.DEFAULT.withMost(most));
  }

  private static Refiner note(StageId stage, String text) {
    return (RefineRequest request, org.brandimage.spi.context.StageContext context) ->
        new Refinement(Map.of(stage, List.of(text)), Set.of());
  }

  /** Passes pictures whose caption holds a word. */
  private static QualityJudge judge(String word) {
    return (request, context) -> verdict(request, request.caption().text().contains(word));
  }

  /** Passes the first cell of the grid, in every round. */
  private static QualityJudge firstCellOnly() {
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
