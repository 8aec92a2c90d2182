package org.brandimage.examples.plugin;

import java.util.List;
import java.util.function.BiConsumer;
import org.brandimage.pipeline.PipelineBuilder;
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
import org.brandimage.spi.retrieve.AssetRetriever;

/**
 * An interface of the spi that a jar can provide.
 *
 * @param <T> the interface
 * @param service the interface
 * @param several whether a pipeline takes more than one
 * @param setter hands one to a pipeline
 */
record StageType<T>(Class<T> service, boolean several, BiConsumer<PipelineBuilder, T> setter) {
  static final List<StageType<?>> ALL =
      List.of(
          one(Decomposer.class, PipelineBuilder::decomposer),
          one(AssetRetriever.class, PipelineBuilder::assetRetriever),
          several(CutoutMaker.class, PipelineBuilder::addCutoutMaker),
          one(Captioner.class, PipelineBuilder::captioner),
          one(CompositionPlanner.class, PipelineBuilder::compositionPlanner),
          one(Outpainter.class, PipelineBuilder::outpainter),
          one(QualityJudge.class, PipelineBuilder::qualityJudge),
          several(GuidelineCheck.class, PipelineBuilder::addGuidelineCheck),
          one(Ranker.class, PipelineBuilder::ranker),
          one(Refiner.class, PipelineBuilder::refiner),
          one(LanguageModel.class, PipelineBuilder::languageModel));

  private static <T> StageType<T> one(Class<T> service, BiConsumer<PipelineBuilder, T> setter) {
    return new StageType<>(service, false, setter);
  }

  private static <T> StageType<T> several(Class<T> service, BiConsumer<PipelineBuilder, T> setter) {
    return new StageType<>(service, true, setter);
  }

  /** Returns the interface's simple name, for messages. */
  String label() {
    return service.getSimpleName();
  }
}
