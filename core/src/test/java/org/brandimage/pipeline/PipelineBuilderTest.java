package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.prompted.PromptedCaptioner;
import org.brandimage.prompted.PromptedDecomposer;
import org.brandimage.prompted.PromptedJudge;
import org.brandimage.prompted.PromptedPlanner;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeGuidelineCheck;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineBuilderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "decomposer",
        "assetRetriever",
        "captioner",
        "compositionPlanner",
        "outpainter",
        "qualityJudge",
        "ranker"
      })
  void build_stageMissing_namesItAndTheWaysToSupplyIt(String missing) {
    PipelineBuilder builder = BrandImagePipeline.builder().stages(new AllBut(missing));

    assertThatThrownBy(builder::build)
        .isInstanceOf(PipelineConfigurationException.class)
        .hasMessageStartingWith(missing + ": missing")
        .hasMessageContaining("builder()." + missing + "(..)")
        .hasMessageContaining("all but " + missing)
        .hasMessageContaining("LocalStages");
  }

  @Test
  void build_explicitStage_winsOverTheBundle() {
    Captioner mine = new FakeCaptioner();
    Set<String> asked = new TreeSet<>();
    StageBundle bundle =
        new AllBut("nothing") {
          @Override
          public Optional<Captioner> captioner() {
            asked.add("captioner");
            return super.captioner();
          }
        };

    BrandImagePipeline.builder().captioner(mine).stages(bundle).build().close();

    assertThat(asked).isEmpty();
  }

  @Test
  void build_twoBundles_takesTheFirstThatOffers() {
    BrandImagePipeline.builder()
        .stages(new AllBut("ranker"))
        .stages(new AllBut("decomposer"))
        .build()
        .close();
  }

  @Test
  void build_firstBundleWithAModel_thinksBeforeTheSecondBundlesStages() {
    StageChoice choice =
        new StageChoice(List.of(new ModelOnly("first"), new AllBut("nothing")), null);

    assertThat(choice.of("decomposer", null, StageBundle::decomposer))
        .isInstanceOf(PromptedDecomposer.class);
    assertThat(choice.of("captioner", null, StageBundle::captioner))
        .isInstanceOf(PromptedCaptioner.class);
    assertThat(choice.of("compositionPlanner", null, StageBundle::compositionPlanner))
        .isInstanceOf(PromptedPlanner.class);
    assertThat(choice.of("qualityJudge", null, StageBundle::qualityJudge))
        .isInstanceOf(PromptedJudge.class);
    assertThat(choice.of("ranker", null, StageBundle::ranker)).isInstanceOf(FakeRanker.class);
    assertThat(choice.of("outpainter", null, StageBundle::outpainter))
        .isInstanceOf(FakeOutpainter.class);
  }

  @Test
  void build_secondBundleWithAModel_fillsOnlyWhatTheFirstLacks() {
    StageChoice choice =
        new StageChoice(List.of(new AllBut("captioner"), new ModelOnly("second")), null);

    assertThat(choice.of("decomposer", null, StageBundle::decomposer))
        .isInstanceOf(FakeDecomposer.class);
    assertThat(choice.of("captioner", null, StageBundle::captioner))
        .isInstanceOf(PromptedCaptioner.class);
  }

  @Test
  void build_bundleWithStageAndModel_takesItsOwnStage() {
    StageBundle both =
        new AllBut("captioner") {
          @Override
          public Optional<LanguageModel> languageModel() {
            return Optional.of(new FakeLanguageModel());
          }
        };
    StageChoice choice = new StageChoice(List.of(both), null);

    assertThat(choice.of("decomposer", null, StageBundle::decomposer))
        .isInstanceOf(FakeDecomposer.class);
    assertThat(choice.of("captioner", null, StageBundle::captioner))
        .isInstanceOf(PromptedCaptioner.class);
  }

  @Test
  void build_explicitModel_comesBeforeBundlesAndAfterAnExplicitStage() {
    FakeDecomposer mine = new FakeDecomposer();
    StageChoice choice = new StageChoice(List.of(new AllBut("nothing")), new FakeLanguageModel());

    assertThat(choice.of("decomposer", mine, StageBundle::decomposer)).isSameAs(mine);
    assertThat(choice.of("qualityJudge", null, StageBundle::qualityJudge))
        .isInstanceOf(PromptedJudge.class);
  }

  @Test
  void build_bundleWithALightweightModel_decomposesWithIt() {
    StageChoice choice = new StageChoice(List.of(new ModelOnly("m")), null);
    Decomposer decomposer = choice.of("decomposer", null, StageBundle::decomposer);
    Captioner captioner = choice.of("captioner", null, StageBundle::captioner);

    assertThat(StageIdentity.of(decomposer).model()).contains("Light");
    assertThat(StageIdentity.of(captioner).model()).doesNotContain("Light");
  }

  @Test
  void ranker_setTwice_isRefused() {
    PipelineBuilder builder = BrandImagePipeline.builder().ranker(new FakeRanker());

    assertThatThrownBy(() -> builder.ranker(new FakeRanker()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ranker");
  }

  @Test
  void addGuidelineCheck_noneSetBefore_isAsked() {
    assertThat(checked(PipelineFixtures.complete().addGuidelineCheck(new FakeGuidelineCheck())))
        .contains("fake-product-kept");
  }

  @Test
  void guidelineChecks_setAfterwards_replacesWhatWasAdded() {
    PipelineBuilder builder =
        PipelineFixtures.complete().addGuidelineCheck(new FakeGuidelineCheck());

    assertThat(checked(builder.guidelineChecks(List.of()))).doesNotContain("fake-product-kept");
  }

  private static List<String> checked(PipelineBuilder builder) {
    try (BrandImagePipeline pipeline = builder.build()) {
      return pipeline.run(PipelineFixtures.brief(1, 1)).candidates().stream()
          .flatMap(candidate -> candidate.results().stream())
          .map(GuidelineResult::guidelineId)
          .toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025})
  void threads_outOfRange_isRefused(int threads) {
    assertThatThrownBy(() -> PipelineOptions.builder().threads(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(threads));
  }

  /** Offers two models and no stage. */
  private record ModelOnly(String name) implements StageBundle {
    @Override
    public Optional<LanguageModel> languageModel() {
      return Optional.of(new FakeLanguageModel());
    }

    @Override
    public Optional<LanguageModel> lightweightLanguageModel() {
      return Optional.of(new LightModel());
    }
  }

  private static final class LightModel implements LanguageModel {
    @Override
    public LanguageReply complete(LanguageRequest request, StageContext context)
        throws InterruptedException {
      return new FakeLanguageModel().complete(request, context);
    }
  }

  /** Offers every stage but one. */
  private static class AllBut implements StageBundle {
    private final String missing;

    AllBut(String missing) {
      this.missing = missing;
    }

    @Override
    public String name() {
      return "all but " + missing;
    }

    @Override
    public Optional<Decomposer> decomposer() {
      return unlessMissing("decomposer", new FakeDecomposer());
    }

    @Override
    public Optional<AssetRetriever> assetRetriever() {
      return unlessMissing("assetRetriever", new FakeAssetRetriever(List.of()));
    }

    @Override
    public Optional<Captioner> captioner() {
      return unlessMissing("captioner", new FakeCaptioner());
    }

    @Override
    public Optional<CompositionPlanner> compositionPlanner() {
      return unlessMissing("compositionPlanner", new PipelineFixtures.GridPlanner());
    }

    @Override
    public Optional<Outpainter> outpainter() {
      return unlessMissing("outpainter", new FakeOutpainter());
    }

    @Override
    public Optional<QualityJudge> qualityJudge() {
      return unlessMissing("qualityJudge", new PipelineFixtures.AgreeableJudge());
    }

    @Override
    public Optional<Ranker> ranker() {
      return unlessMissing("ranker", new FakeRanker());
    }

    private <T> Optional<T> unlessMissing(String name, T stage) {
      return name.equals(missing) ? Optional.empty() : Optional.of(stage);
    }
  }
}
