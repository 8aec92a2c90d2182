package org.brandimage.spring;

import java.util.Objects;
import java.util.function.Consumer;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.local.LocalStages;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.local.model.ModelStore;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.execution.ContextPropagation;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The beans of a pipeline. With {@code brandimage.library} there are local stages, with {@code
 * brandimage.bedrock.enabled} those of Bedrock before them. Any bean that is a stage takes the
 * place of the bundles' stage; bundles, cut-out makers, checks, listeners and customizers are taken
 * all, in their order. There is a pipeline as soon as there is a bundle or a stage; a stage that is
 * then missing fails the start. Each of the beans here goes when the application has one of its
 * own.
 */
@AutoConfiguration
@EnableConfigurationProperties(BrandImageProperties.class)
public final class BrandImageAutoConfiguration {
  /** For Spring. */
  public BrandImageAutoConfiguration() {}

  /**
   * Opens the local stages.
   *
   * @param properties names the library
   * @return the bundle, closed by the context
   */
  @Bean
  @Order(100)
  @ConditionalOnMissingBean
  @ConditionalOnProperty("brandimage.library")
  public LocalStages brandImageLocalStages(BrandImageProperties properties) {
    LocalStages.Builder stages =
        LocalStages.builder(MediaLibrary.open(Objects.requireNonNull(properties.library())));
    if (properties.models() != null) {
      stages.models(ModelStore.open(properties.models()));
    }
    return stages.build();
  }

  /**
   * Builds the pipeline, once there is a bundle or a stage.
   *
   * @param properties the options
   * @param options options that take the place of the properties
   * @param bundles the bundles
   * @param stages the beans that are stages
   * @return the pipeline, drained and closed by the context
   * @throws org.brandimage.spi.error.PipelineConfigurationException when a stage is missing; Boot
   *     reports it with the remedies
   */
  @Bean
  @ConditionalOnMissingBean
  @Conditional(AnyStageCondition.class)
  public BrandImagePipeline brandImagePipeline(
      BrandImageProperties properties,
      ObjectProvider<PipelineOptions> options,
      ObjectProvider<StageBundle> bundles,
      StageBeans stages) {
    PipelineBuilder builder =
        BrandImagePipeline.builder().options(options.getIfAvailable(properties::toOptions));
    bundles.orderedStream().forEach(builder::stages);
    stages.addTo(builder);
    return builder.build();
  }

  /**
   * Gathers the beans that are stages.
   *
   * @param beans the context's beans
   * @return the stages
   */
  @Bean
  StageBeans brandImageStageBeans(BeanFactory beans) {
    return new StageBeans(beans);
  }

  /**
   * Drains the pipeline when the application stops.
   *
   * @param pipeline the pipeline
   * @param properties how long runs may take
   * @return the lifecycle
   */
  @Bean
  @ConditionalOnBean(BrandImagePipeline.class)
  PipelineLifecycle brandImagePipelineLifecycle(
      BrandImagePipeline pipeline, BrandImageProperties properties) {
    return new PipelineLifecycle(pipeline, properties.shutdownTimeout());
  }

  /** The bundle of Amazon Bedrock, when its module is there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(BedrockStages.class)
  @ConditionalOnProperty("brandimage.bedrock.enabled")
  static class BedrockConfiguration {
    @Bean
    @Order(0)
    @ConditionalOnMissingBean
    BedrockStages brandImageBedrockStages(BrandImageProperties properties) {
      BedrockStages.Builder stages = BedrockStages.builder();
      String model = properties.bedrock().languageModel();
      return (model == null ? stages : stages.languageModel(model)).build();
    }
  }

  /** The beans of the context that are stages, and what else a pipeline takes. */
  static final class StageBeans {
    private final BeanFactory beans;

    StageBeans(BeanFactory beans) {
      this.beans = beans;
    }

    void addTo(PipelineBuilder pipeline) {
      one(Decomposer.class, pipeline::decomposer);
      one(AssetRetriever.class, pipeline::assetRetriever);
      one(Captioner.class, pipeline::captioner);
      one(CompositionPlanner.class, pipeline::compositionPlanner);
      one(Outpainter.class, pipeline::outpainter);
      one(QualityJudge.class, pipeline::qualityJudge);
      one(Ranker.class, pipeline::ranker);
      one(Refiner.class, pipeline::refiner);
      one(LanguageModel.class, pipeline::languageModel);
      one(ResultStore.class, pipeline::resultStore);
      one(ContextPropagation.class, pipeline::contextPropagation);
      all(CutoutMaker.class, pipeline::addCutoutMaker);
      all(GuidelineCheck.class, pipeline::addGuidelineCheck);
      all(PipelineListener.class, pipeline::addListener);
      all(PipelineCustomizer.class, customizer -> customizer.customize(pipeline));
    }

    private <T> void one(Class<T> type, Consumer<T> setter) {
      beans.getBeanProvider(type).ifAvailable(setter);
    }

    private <T> void all(Class<T> type, Consumer<T> adder) {
      beans.getBeanProvider(type).orderedStream().forEach(adder);
    }
  }
}
