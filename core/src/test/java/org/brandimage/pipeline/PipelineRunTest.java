package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.CandidateRejected;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

class PipelineRunTest {
  @Test
  void run_defaultGrid_givesThreeFinalistsOfNineCandidates() {
    try (BrandImagePipeline pipeline = PipelineFixtures.complete().build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.finalists()).extracting(Finalist::place).containsExactly(1, 2, 3);
      assertThat(result.candidates()).hasSize(9);
      assertThat(result.candidates())
          .extracting(CandidateRecord::fate)
          .containsOnly(Fate.FINALIST, Fate.RANKED);
      assertThat(result.rejected()).isEmpty();
      assertThat(result.scenes().get(0).products().get(0).assetId()).contains("duck");
    }
  }

  @Test
  void run_finalist_showsTheProductsOwnPixels() {
    try (BrandImagePipeline pipeline = PipelineFixtures.complete().build()) {
      Finalist finalist = pipeline.run(BRIEF).finalists().get(0);

      RasterImage image = finalist.image().raster();
      RasterImage product = finalist.productLayer().raster();
      int compared = 0;
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          if (product.argb(x, y) >>> 24 == 255) {
            compared++;
            assertThat(image.argb(x, y)).isEqualTo(product.argb(x, y));
          }
        }
      }
      assertThat(compared).isPositive();
    }
  }

  @Test
  void run_twoCanvases_givesFinalistsForEach() {
    CanvasSize wide = new CanvasSize(480, 320);
    CampaignBrief brief =
        CampaignBrief.builder(Fixtures.DUCK_PROMPT)
            .canvases(List.of(Fixtures.CANVAS, wide))
            .finalists(2)
            .build();
    try (BrandImagePipeline pipeline = PipelineFixtures.complete().build()) {
      RunResult result = pipeline.run(brief);

      assertThat(result.finalists(Fixtures.CANVAS)).hasSize(2);
      assertThat(result.finalists(wide)).hasSize(2);
      assertThat(result.finalists(wide).get(0).image().raster().size()).isEqualTo(wide.size());
    }
  }

  @Test
  void run_events_comeInTheOrderOfTheStages() {
    List<PipelineEvent> events = Collections.synchronizedList(new ArrayList<>());
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete().addListener(events::add).build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(events.get(0)).isInstanceOf(RunStarted.class);
      assertThat(events.get(events.size() - 1)).isInstanceOf(RunFinished.class);
      assertThat(events).extracting(PipelineEvent::runId).containsOnly(result.runId());
      assertThat(events)
          .filteredOn(StageCompleted.class::isInstance)
          .extracting(event -> ((StageCompleted) event).stage())
          .containsExactly(
              StageId.DECOMPOSE,
              StageId.RETRIEVE,
              StageId.CUTOUT,
              StageId.CAPTION,
              StageId.PLAN,
              StageId.COMPOSE,
              StageId.OUTPAINT,
              StageId.RESTORE,
              StageId.JUDGE,
              StageId.SELECT,
              StageId.RANK);
      assertThat(events)
          .filteredOn(
              event ->
                  event instanceof StageProgress progress && progress.stage() == StageId.OUTPAINT)
          .extracting(event -> ((StageProgress) event).done())
          .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
  }

  @Test
  void run_provenance_namesStagesSeedAndTimings() {
    try (BrandImagePipeline pipeline = PipelineFixtures.complete().build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.provenance().seed()).isEqualTo(7);
      assertThat(result.provenance().prompt()).isEqualTo(BRIEF.prompt());
      assertThat(result.provenance().stages().get(StageId.RANK).name()).contains("FakeRanker");
      assertThat(result.provenance().timings()).hasSize(11);
      assertThat(result.provenance().plans()).hasSize(1);
    }
  }

  @Test
  void run_failingListener_doesNotDisturbTheRun() {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete()
            .addListener(
                event -> {
                  throw new IllegalStateException("listener");
                })
            .build()) {
      assertThat(pipeline.run(BRIEF).finalists()).hasSize(3);
    }
  }

  @Test
  void run_judgeFailsAGuideline_rejectsWithItsReason() {
    BrandKit kit =
        BrandKit.builder("strict")
            .guidelines(List.of(Guideline.required("no-sky", "There is no sky.")))
            .build();
    CampaignBrief brief =
        CampaignBrief.builder(Fixtures.DUCK_PROMPT)
            .canvases(List.of(Fixtures.CANVAS))
            .brandKit(kit)
            .build();
    List<PipelineEvent> events = Collections.synchronizedList(new ArrayList<>());
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withJudge(
                (request, context) ->
                    new Verdict(
                        request.candidate().id(),
                        request.guidelines().stream()
                            .map(
                                asked ->
                                    asked.id().equals("no-sky")
                                        ? GuidelineResult.builder(
                                                "no-sky", Outcome.FAIL, "test", "A sky shows.")
                                            .build()
                                        : GuidelineResult.builder(
                                                asked.id(), Outcome.PASS, "test", "It is so.")
                                            .build())
                            .toList()))
            .addListener(events::add)
            .build()) {
      RunResult result = pipeline.run(brief);

      assertThat(result.finalists()).isEmpty();
      assertThat(result.rejected()).hasSize(9);
      assertThat(result.rejected().get(0).reasons()).containsExactly("no-sky: A sky shows.");
      assertThat(events)
          .filteredOn(CandidateRejected.class::isInstance)
          .hasSize(9)
          .allSatisfy(
              e -> assertThat(((CandidateRejected) e).guidelines()).containsExactly("no-sky"));
      assertThat(result.warnings()).isNotEmpty();
    }
  }

  @Test
  void run_nothingInTheLibraryFits_saysSo() {
    CampaignBrief brief =
        CampaignBrief.builder("a rubber duck").canvases(List.of(Fixtures.CANVAS)).build();
    List<PipelineEvent> events = Collections.synchronizedList(new ArrayList<>());
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withRetriever(
                (request, context) ->
                    new org.brandimage.spi.retrieve.Retrieval(
                        request.entity(), List.of(), List.of()))
            .addListener(events::add)
            .build()) {
      assertThatThrownBy(() -> pipeline.run(brief))
          .isInstanceOf(UnsupportedInputException.class)
          .hasMessageContaining("rubber duck")
          .hasMessageContaining("pin an asset");
      assertThat(events.get(events.size() - 1)).isInstanceOf(RunFailed.class);
    }
  }

  @Test
  void run_stageThrowsSomethingUnexpected_wrapsItAndSaysWhere() {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withRetriever(
                (request, context) -> {
                  throw new IllegalStateException("boom");
                })
            .build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOfSatisfying(
              StageException.class,
              e -> {
                assertThat(e.stage()).contains("retrieve");
                assertThat(e.runId()).isPresent();
                assertThat(e).hasRootCauseMessage("boom");
              });
    }
  }

  @Test
  void run_severalImagesPerCandidate_keepsTheirOwnIds() {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete()
            .options(PipelineOptions.builder().imagesPerCandidate(2).build())
            .build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.candidates()).hasSize(18);
      assertThat(result.candidates()).extracting(CandidateRecord::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void run_closedPipeline_isRefused() {
    BrandImagePipeline pipeline = PipelineFixtures.complete().build();
    pipeline.close();

    assertThatThrownBy(() -> pipeline.run(BRIEF)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void run_sameBriefAndSeed_givesTheSameWithOneAndEightThreads() {
    Map<String, Double> one = scores(1);

    assertThat(scores(8)).isEqualTo(one);
  }

  private static Map<String, Double> scores(int threads) {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete().options(PipelineFixtures.threads(threads).build()).build()) {
      Map<String, Double> scores = new java.util.LinkedHashMap<>();
      RunResult result = pipeline.run(BRIEF);
      result.candidates().forEach(candidate -> scores.put(candidate.id(), candidate.score()));
      result
          .finalists()
          .forEach(
              finalist ->
                  scores.put(
                      finalist.id() + " pixels", (double) finalist.image().raster().hashCode()));
      return scores;
    }
  }
}
