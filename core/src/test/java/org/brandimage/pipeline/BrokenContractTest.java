package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;
import static org.junit.jupiter.api.Named.named;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.AllCandidatesFailedException;
import org.brandimage.spi.error.StageContractException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run makes of a swapped stage that breaks the rules of its contract. */
@Timeout(60)
class BrokenContractTest {
  private static final QualityJudge AGREEABLE = new PipelineFixtures.AgreeableJudge();

  static Stream<Arguments> brokenRankers() {
    return Stream.of(
        Arguments.of(named("duplicate", ranking(ids -> twice(ids))), "R3"),
        Arguments.of(named("dropped", ranking(ids -> ids.subList(1, ids.size()))), "R3"),
        Arguments.of(named("empty", ranking(ids -> List.of())), "R3"),
        Arguments.of(named("unknown", ranking(ids -> replaced(ids))), "R3"),
        Arguments.of(nulls(), "C1"),
        Arguments.of(named("NaN score", scored(Double.NaN, 0)), "finite"),
        Arguments.of(named("infinite feature", scored(0, Double.POSITIVE_INFINITY)), "R4"));
  }

  @ParameterizedTest
  @MethodSource("brokenRankers")
  void run_rankerBreaksItsContract_fallbackRanksAllAndTheResultSaysSo(Ranker ranker, String rule) {
    FakePaidOutpainter paid = new FakePaidOutpainter();
    try (BrandImagePipeline pipeline =
        builder(AGREEABLE, ranker).outpainter(paid).fallbackRanker(new FakeRanker()).build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.finalists()).hasSize(3);
      assertThat(result.candidates())
          .hasSize(9)
          .extracting(CandidateRecord::fate)
          .containsOnly(Fate.FINALIST, Fate.RANKED);
      assertThat(result.finalists())
          .extracting(finalist -> finalist.candidate().id())
          .doesNotHaveDuplicates();
      assertThat(result.warnings())
          .filteredOn(warning -> warning.what().contains("ranker failed"))
          .singleElement()
          .satisfies(
              warning ->
                  assertThat(warning.what()).contains(rule).contains(FakeRanker.class.getName()));
    }
  }

  @Test
  void run_rankerAndFallbackFail_ordersById() {
    Ranker failing =
        (request, context) -> {
          throw new IllegalStateException("boom");
        };
    try (BrandImagePipeline pipeline =
        builder(AGREEABLE, failing)
            .outpainter(new FakeOutpainter())
            .fallbackRanker(failing)
            .build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.finalists())
          .extracting(finalist -> finalist.candidate().id())
          .hasSize(3)
          .isSorted();
      assertThat(result.warnings())
          .filteredOn(warning -> warning.what().contains("ranker failed"))
          .hasSize(2);
    }
  }

  static Stream<Arguments> brokenOutpainters() {
    return Stream.of(
        Arguments.of(named("null", (Outpainter) (request, context) -> nothing()), "C1"),
        Arguments.of(
            named("none", (Outpainter) (request, context) -> new Outpainting(List.of(), List.of())),
            "O3"),
        Arguments.of(
            named("wrong size", (Outpainter) (request, context) -> PipelineFixtures.wrongSize()),
            "O1"),
        Arguments.of(
            named(
                "index 5 of 1",
                (Outpainter)
                    (request, context) -> {
                      RasterImage grey = RasterImage.filled(request.canvas(), 0xFF808080);
                      return new Outpainting(
                          List.of(new OutpaintedImage(5, ImageSource.of(grey), 0)), List.of());
                    }),
            "O3"));
  }

  @ParameterizedTest
  @MethodSource("brokenOutpainters")
  void run_outpainterBreaksItsContract_failsEachCandidateWithTheRule(
      Outpainter outpainter, String rule) {
    try (BrandImagePipeline pipeline =
        builder(AGREEABLE, new FakeRanker()).outpainter(outpainter).build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOf(AllCandidatesFailedException.class)
          .hasMessageContaining("outpaint by ")
          .hasMessageContaining("broke rule " + rule);
    }
  }

  @Test
  void run_outpainterBreaksItsContractOnce_failsThatCandidateOnlyAndMayAskAgain() {
    AtomicInteger calls = new AtomicInteger();
    FakeOutpainter painter = new FakeOutpainter();
    Outpainter once =
        new FakePaidOutpainter(
            (request, context) ->
                calls.getAndIncrement() == 0
                    ? PipelineFixtures.wrongSize()
                    : painter.outpaint(request, context));
    try (BrandImagePipeline pipeline =
        builder(AGREEABLE, new FakeRanker())
            .outpainter(once)
            .options(PipelineFixtures.threads(1).build())
            .build()) {
      RunResult first = pipeline.run(BRIEF);
      RunResult second = pipeline.run(BRIEF);

      assertThat(first.rejected())
          .singleElement()
          .extracting(CandidateRecord::fate)
          .isEqualTo(Fate.FAILED);
      assertThat(second.rejected()).isEmpty();
      assertThat(calls).as("the broken one is bought again, the others are kept").hasValue(10);
    }
  }

  static Stream<Arguments> brokenJudges() {
    return Stream.of(
        Arguments.of(
            named(
                "nothing",
                (QualityJudge)
                    (request, context) -> new Verdict(request.candidate().id(), List.of())),
            "J1"),
        Arguments.of(
            named(
                "other candidate",
                (QualityJudge)
                    (request, context) ->
                        new Verdict("other", AGREEABLE.judge(request, context).results())),
            "J3"),
        Arguments.of(named("null", (QualityJudge) (request, context) -> nothing()), "C1"));
  }

  @ParameterizedTest
  @MethodSource("brokenJudges")
  void run_judgeBreaksItsContract_passesNothing(QualityJudge judge, String rule) {
    try (BrandImagePipeline pipeline =
        builder(judge, new FakeRanker()).outpainter(new FakeOutpainter()).build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOf(AllCandidatesFailedException.class)
          .hasMessageContaining("judge by ")
          .hasMessageContaining("broke rule " + rule);
    }
  }

  static Stream<Arguments> nullStages() {
    return Stream.of(
        Arguments.of(
            named("decomposer", base().decomposer((request, context) -> nothing())), "decompose"),
        Arguments.of(
            named("retriever", base().assetRetriever((request, context) -> nothing())), "retrieve"),
        Arguments.of(
            named("captioner", base().captioner((request, context) -> nothing())), "caption"),
        Arguments.of(
            named("planner", base().compositionPlanner((request, context) -> nothing())), "plan"));
  }

  @ParameterizedTest
  @MethodSource("nullStages")
  void run_textStageReturnsNull_failsWithStageAndRule(PipelineBuilder builder, String stage) {
    try (BrandImagePipeline pipeline = completed(builder)) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOfSatisfying(
              StageContractException.class,
              e -> {
                assertThat(e.rule()).isEqualTo("C1");
                assertThat(e.stage()).contains(stage);
                assertThat(e.runId()).isPresent();
                assertThat(e.retryable()).isFalse();
              });
    }
  }

  @Test
  void run_stageHangs_endsWithItsNameAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    try (BrandImagePipeline pipeline =
        completed(
            base()
                .captioner(
                    (request, context) -> {
                      never.await();
                      return nothing();
                    })
                .options(PipelineOptions.builder().deadline(Duration.ofMillis(500)).build()))) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOfSatisfying(
              StageTimeoutException.class, e -> assertThat(e.stage()).contains("caption"));
    }
  }

  private static PipelineBuilder base() {
    return BrandImagePipeline.builder();
  }

  /** Fills what is missing; a stage that is set stays. */
  private static BrandImagePipeline completed(PipelineBuilder builder) {
    List<Runnable> rest =
        List.of(
            () -> builder.decomposer(new FakeDecomposer()),
            () -> builder.assetRetriever(new FakeAssetRetriever()),
            () -> builder.captioner(new FakeCaptioner()),
            () -> builder.compositionPlanner(new PipelineFixtures.GridPlanner()));
    for (Runnable setter : rest) {
      try {
        setter.run();
      } catch (IllegalStateException set) {
        assertThat(set).hasMessageContaining("was set before");
      }
    }
    return builder
        .addCutoutMaker(new FakeCutoutMaker())
        .outpainter(new FakeOutpainter())
        .qualityJudge(AGREEABLE)
        .ranker(new FakeRanker())
        .guidelineChecks(List.of())
        .build();
  }

  private static PipelineBuilder builder(QualityJudge judge, Ranker ranker) {
    return BrandImagePipeline.builder()
        .decomposer(new FakeDecomposer())
        .assetRetriever(new FakeAssetRetriever())
        .addCutoutMaker(new FakeCutoutMaker())
        .captioner(new FakeCaptioner())
        .compositionPlanner(new PipelineFixtures.GridPlanner())
        .qualityJudge(judge)
        .ranker(ranker)
        .guidelineChecks(List.of());
  }

  private static Ranker ranking(UnaryOperator<List<String>> change) {
    return (request, context) ->
        new Ranking(
            change.apply(ids(request)).stream()
                .sorted()
                .map(id -> new RankedImage(id, 1, Map.of()))
                .toList());
  }

  private static Ranker scored(double score, double feature) {
    return (request, context) ->
        new Ranking(
            ids(request).stream()
                .sorted()
                .map(id -> new RankedImage(id, score, Map.of("feature", feature)))
                .toList());
  }

  private static Named<Ranker> nulls() {
    return named("null", (request, context) -> nothing());
  }

  private static List<String> ids(RankRequest request) {
    return request.contenders().stream().map(contender -> contender.id()).toList();
  }

  private static List<String> twice(List<String> ids) {
    List<String> changed = new ArrayList<>(ids);
    changed.set(1, ids.get(0));
    return changed;
  }

  private static List<String> replaced(List<String> ids) {
    List<String> changed = new ArrayList<>(ids);
    changed.set(0, "somebody-else");
    return changed;
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }
}
