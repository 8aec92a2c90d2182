package org.brandimage.spring;

import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;

/**
 * The condition that a bean is a bundle or one of the stages a pipeline cannot do without, or a
 * language model, over which stages are prompted.
 */
final class AnyStageCondition extends AnyNestedCondition {
  AnyStageCondition() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  @ConditionalOnBean(StageBundle.class)
  static final class OnBundle {}

  @ConditionalOnBean(Decomposer.class)
  static final class OnDecomposer {}

  @ConditionalOnBean(AssetRetriever.class)
  static final class OnAssetRetriever {}

  @ConditionalOnBean(Captioner.class)
  static final class OnCaptioner {}

  @ConditionalOnBean(CompositionPlanner.class)
  static final class OnCompositionPlanner {}

  @ConditionalOnBean(Outpainter.class)
  static final class OnOutpainter {}

  @ConditionalOnBean(QualityJudge.class)
  static final class OnQualityJudge {}

  @ConditionalOnBean(Ranker.class)
  static final class OnRanker {}

  @ConditionalOnBean(LanguageModel.class)
  static final class OnLanguageModel {}
}
