package org.brandimage.spi;

import java.util.List;
import java.util.Optional;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.scene.SceneReader;

/**
 * A set of stages and models that belong together, such as everything one provider offers. A bundle
 * may lack some stages; a pipeline uses an explicit stage first, then the bundles in the order
 * given. A bundle with a language model also supplies the stages that core can prompt with it
 * (decompose, caption, plan, judge, refine), and takes precedence over a later bundle. Each method
 * returns the same object every time.
 */
public interface StageBundle extends AutoCloseable {
  /** {@return the bundle's short name, for messages and provenance} */
  String name();

  /** {@return the bundle's decomposer, or empty when it has none} */
  default Optional<Decomposer> decomposer() {
    return Optional.empty();
  }

  /** {@return the bundle's asset retriever, or empty when it has none} */
  default Optional<AssetRetriever> assetRetriever() {
    return Optional.empty();
  }

  /**
   * {@return the bundle's cut-out makers, in the order in which they are tried; empty when it has
   * none}
   */
  default List<CutoutMaker> cutoutMakers() {
    return List.of();
  }

  /** {@return the bundle's captioner, or empty when it has none} */
  default Optional<Captioner> captioner() {
    return Optional.empty();
  }

  /** {@return the bundle's composition planner, or empty when it has none} */
  default Optional<CompositionPlanner> compositionPlanner() {
    return Optional.empty();
  }

  /** {@return the bundle's outpainter, or empty when it has none} */
  default Optional<Outpainter> outpainter() {
    return Optional.empty();
  }

  /** {@return the bundle's quality judge, or empty when it has none} */
  default Optional<QualityJudge> qualityJudge() {
    return Optional.empty();
  }

  /**
   * {@return the bundle's guideline checks; empty when it has none} A pipeline runs the checks of
   * all its bundles.
   */
  default List<GuidelineCheck> guidelineChecks() {
    return List.of();
  }

  /** {@return the bundle's ranker, or empty when it has none} */
  default Optional<Ranker> ranker() {
    return Optional.empty();
  }

  /** {@return the bundle's refiner, or empty when it has none} */
  default Optional<Refiner> refiner() {
    return Optional.empty();
  }

  /** {@return the bundle's language model for prompted stages, or empty when it has none} */
  default Optional<LanguageModel> languageModel() {
    return Optional.empty();
  }

  /**
   * {@return the language model for the prompted decomposer, or empty when the bundle has none} The
   * decomposer reads one line of text, so a cheaper model is enough. By default it is the model of
   * {@link #languageModel()}.
   */
  default Optional<LanguageModel> lightweightLanguageModel() {
    return languageModel();
  }

  /** {@return the bundle's embedder, which retrieval uses, or empty when it has none} */
  default Optional<Embedder> embedder() {
    return Optional.empty();
  }

  /** {@return the bundle's measure of how alike two pictures are, or empty when it has none} */
  default Optional<ImageSimilarity> imageSimilarity() {
    return Optional.empty();
  }

  /** {@return the bundle's reader of background photos, or empty when it has none} */
  default Optional<SceneReader> sceneReader() {
    return Optional.empty();
  }

  /** Releases what the bundle itself created; does nothing when called again. */
  @Override
  default void close() {}
}
