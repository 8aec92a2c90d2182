package org.brandimage.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCompositionPlanner;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakeQualityJudge;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Beans that are stages, without a bundle. */
class StageBeansTest {
  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(BrandImageAutoConfiguration.class));

  @Test
  void context_everyStageIsABean_hasAPipeline() {
    with(Decomposer.class, FakeDecomposer::new)
        .withBean(AssetRetriever.class, FakeAssetRetriever::new)
        .withBean(Captioner.class, FakeCaptioner::new)
        .withBean(CompositionPlanner.class, FakeCompositionPlanner::new)
        .withBean(Outpainter.class, FakeOutpainter::new)
        .withBean(QualityJudge.class, FakeQualityJudge::new)
        .withBean(Ranker.class, FakeRanker::new)
        .run(beans -> assertThat(beans).hasNotFailed().hasSingleBean(BrandImagePipeline.class));
  }

  @Test
  void context_oneStageIsABean_failsWithWhatIsMissing() {
    with(Ranker.class, FakeRanker::new)
        .run(
            beans ->
                assertThat(beans)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(PipelineConfigurationException.class));
  }

  @Test
  void analysis_stageMissing_namesItAndTheProperty() {
    with(Ranker.class, FakeRanker::new)
        .run(
            beans -> {
              FailureAnalysis analysis = analysis(beans.getStartupFailure());
              assertThat(analysis.getDescription()).contains("outpainter: missing");
              assertThat(analysis.getAction()).contains("brandimage.library", "define a bean");
            });
  }

  @Test
  void context_oneStageAndAPipelineOfItsOwn_starts() {
    with(Ranker.class, FakeRanker::new)
        .withBean(BrandImagePipeline.class, StageBeansTest::pipeline)
        .run(beans -> assertThat(beans).hasNotFailed().hasSingleBean(BrandImagePipeline.class));
  }

  private <T> ApplicationContextRunner with(Class<T> type, Supplier<T> stage) {
    return context.withBean(type, stage);
  }

  /** As Boot finds it when a start fails. */
  private static FailureAnalysis analysis(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation(StageBeansTest.class.getClassLoader())
        .load(FailureAnalyzer.class, (factory, name, problem) -> {})
        .stream()
        .filter(MissingStageAnalyzer.class::isInstance)
        .map(analyzer -> analyzer.analyze(failure))
        .findFirst()
        .orElseThrow();
  }

  private static BrandImagePipeline pipeline() {
    return BrandImagePipeline.builder()
        .decomposer(new FakeDecomposer())
        .assetRetriever(new FakeAssetRetriever())
        .captioner(new FakeCaptioner())
        .compositionPlanner(new FakeCompositionPlanner())
        .outpainter(new FakeOutpainter())
        .qualityJudge(new FakeQualityJudge())
        .ranker(new FakeRanker())
        .build();
  }
}
