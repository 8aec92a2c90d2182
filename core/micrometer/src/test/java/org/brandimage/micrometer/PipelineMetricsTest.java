package org.brandimage.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** Meters and observations of real runs of small stages. */
class PipelineMetricsTest {
  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();
  private static final CampaignBrief BRIEF =
      CampaignBrief.builder(Fixtures.DUCK_PROMPT).canvases(List.of(Fixtures.CANVAS)).build();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TestObservationRegistry observations = TestObservationRegistry.create();

  @Test
  void run_finished_countsStagesCostAndFinalists() {
    run(stages(new FakePaidOutpainter(), judge("")));

    assertThat(registry.get(MetricNames.RUN).tag(MetricNames.OUTCOME, "finished").timer().count())
        .isEqualTo(1);
    assertThat(registry.get(MetricNames.WAITED).timer().count()).isEqualTo(1);
    assertThat(registry.get(MetricNames.STAGE_TIME).tag(MetricNames.STAGE, "rank").timer().count())
        .isEqualTo(1);
    assertThat(cost(MetricNames.COST_UNITS)).isEqualTo(9);
    assertThat(cost(MetricNames.COST_USD)).isEqualTo(0.36);
    assertThat(registry.get(MetricNames.FINALISTS).counter().count()).isEqualTo(3);
    TestObservationRegistryAssert.assertThat(observations)
        .hasNumberOfObservationsWithNameEqualTo(MetricNames.OBSERVED_RUN, 1)
        .hasNumberOfObservationsWithNameEqualTo(MetricNames.OBSERVED_STAGE, 11)
        .hasAnObservationWithAKeyValue(MetricNames.STAGE, "outpaint");
    TestObservationRegistryAssert.assertThat(observations)
        .hasObservationWithNameEqualTo(MetricNames.OBSERVED_RUN)
        .that()
        .hasBeenStopped()
        .hasLowCardinalityKeyValue(MetricNames.OUTCOME, "finished");
  }

  @Test
  void run_judgeRejects_countsByGuideline() {
    run(stages(new FakeOutpainter(), judge("no-halo")));

    assertThat(rejections("no-halo")).isEqualTo(9);
  }

  @Test
  void run_fails_isTimedByItsErrorAndLeavesNothingOpen() {
    Outpainter failing =
        (request, context) -> {
          throw new StageException("no");
        };
    run(stages(failing, judge("")));

    assertThat(
            registry
                .get(MetricNames.RUN)
                .tag(MetricNames.OUTCOME, "AllCandidatesFailedException")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(rejections("none")).isEqualTo(9);
    TestObservationRegistryAssert.assertThat(observations)
        .doesNotHaveAnyRemainingCurrentObservation()
        .hasObservationWithNameEqualTo(MetricNames.OBSERVED_RUN)
        .that()
        .hasBeenStopped()
        .hasError();
  }

  @Test
  void run_captionerFails_itsStageAndItsRunHaveTheError() {
    Captioner failing =
        (request, context) -> {
          throw new StageException("no");
        };
    run(stages(new FakeOutpainter(), judge(""), failing));

    TestObservationRegistryAssert.assertThat(observations)
        .hasObservationWithNameEqualTo(MetricNames.OBSERVED_RUN)
        .that()
        .hasError()
        .hasLowCardinalityKeyValue(MetricNames.OUTCOME, "StageException");
    TestObservationRegistryAssert.assertThat(observations)
        .hasAnObservation(
            stage -> stage.hasLowCardinalityKeyValue(MetricNames.STAGE, "caption").hasError());
    TestObservationRegistryAssert.assertThat(observations)
        .hasAnObservation(
            stage ->
                stage.hasLowCardinalityKeyValue(MetricNames.STAGE, "decompose").doesNotHaveError());
  }

  @Test
  void propagation_registeredThreadLocal_reachesTheStages() throws Exception {
    ContextRegistry accessors = new ContextRegistry().registerThreadLocalAccessor("tenant", TENANT);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    FakeOutpainter painter = new FakeOutpainter();
    Outpainter seeing =
        (request, context) -> {
          seen.add(String.valueOf(TENANT.get()));
          return painter.outpaint(request, context);
        };
    try (BrandImagePipeline pipeline =
        stages(seeing, judge(""))
            .contextPropagation(
                MicrometerContext.propagation(
                    ContextSnapshotFactory.builder().contextRegistry(accessors).build()))
            .build()) {
      TENANT.set("acme");
      pipeline.runAsync(BRIEF).get(30, TimeUnit.SECONDS);

      assertThat(seen).containsExactly("acme");
    } finally {
      TENANT.remove();
    }
  }

  private void run(PipelineBuilder stages) {
    // region metrics
    PipelineMetrics metrics = PipelineMetrics.of(registry);
    BrandImagePipeline pipeline =
        stages
            .addListener(metrics)
            .addListener(PipelineObservations.of(observations))
            .contextPropagation(MicrometerContext.propagation())
            .build();
    metrics.gauge(pipeline);
    // endregion
    try (pipeline) {
      pipeline.run(BRIEF);
      // A registry holds what it gauges weakly: the pipeline has to be there still.
      assertThat(registry.get(MetricNames.RUNNING).gauge().value()).isZero();
      assertThat(registry.get(MetricNames.QUEUED).gauge().value()).isZero();
    } catch (BrandImageException e) {
      assertThat(e).isNotNull();
    }
  }

  private double cost(String name) {
    return registry.get(name).tag(MetricNames.STAGE, "outpaint").counter().count();
  }

  private double rejections(String guideline) {
    return registry
        .get(MetricNames.REJECTIONS)
        .tag(MetricNames.GUIDELINE, guideline)
        .counter()
        .count();
  }

  private static PipelineBuilder stages(Outpainter outpainter, QualityJudge judge) {
    return stages(outpainter, judge, new FakeCaptioner());
  }

  private static PipelineBuilder stages(
      Outpainter outpainter, QualityJudge judge, Captioner captioner) {
    CompositionPlanner quarter =
        (request, context) ->
            new CompositionPlan(
                Placer.place(request, List.of(List.of(new Size(80, 61)))), "a quarter");
    return BrandImagePipeline.builder()
        .decomposer(new FakeDecomposer())
        .assetRetriever(new FakeAssetRetriever())
        .addCutoutMaker(new FakeCutoutMaker())
        .captioner(captioner)
        .compositionPlanner(quarter)
        .outpainter(outpainter)
        .qualityJudge(judge)
        .ranker(new FakeRanker())
        .guidelineChecks(List.of());
  }

  private static QualityJudge judge(String failed) {
    return (request, context) ->
        new Verdict(
            request.candidate().id(),
            request.guidelines().stream()
                .map(
                    asked ->
                        GuidelineResult.builder(
                                asked.id(),
                                asked.id().equals(failed) ? Outcome.FAIL : Outcome.PASS,
                                "test",
                                "It is so.")
                            .build())
                .toList());
  }
}
