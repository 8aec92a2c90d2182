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

/**
 * A set of stages and ports that belong together, such as everything one provider offers. A bundle
 * may lack some stages; a pipeline uses an explicit stage first, then the bundles in the order
 * given. A bundle with a language model also supplies the stages that core can prompt with it
 * (decompose, caption, plan, judge, refine), and takes precedence over a later bundle. Each method
 * returns the same object every time.
 */
public interface StageBundle extends AutoCloseable {
  /**
   * Returns the bundle's name, for messages and provenance.
   *
   * @return a short name
   */
  String name();

  /**
   * Returns the bundle's stage 1.
   *
   * @return the decomposer, or empty when it has none
   */
  default Optional<Decomposer> decomposer() {
    return Optional.empty();
  }

  /**
   * Returns the bundle's stage 2.
   *
   * @return the retriever, or empty when it has none
   */
  default Optional<AssetRetriever> assetRetriever() {
    return Optional.empty();
  }

  /**
   * Returns the bundle's way to cut products out, several in the order in which they are tried.
   *
   * @return the makers; empty when it has none
   */
  default List<CutoutMaker> cutoutMakers() {
    return List.of();
  }

  /**
   * Returns the bundle's stage 3.
   *
   * @return the captioner, or empty when it has none
   */
  default Optional<Captioner> captioner() {
    return Optional.empty();
  }

  /**
   * Returns the bundle's stage 4.
   *
   * @return the planner, or empty when it has none
   */
  default Optional<CompositionPlanner> compositionPlanner() {
    return Optional.empty();
  }

  /**
   * Returns the bundle's stage 5.
   *
   * @return the outpainter, or empty when it has none
   */
  default Optional<Outpainter> outpainter() {
    return Optional.empty();
  }

  /**
   * Returns the bundle's stage 6.
   *
   * @return the judge, or empty when it has none
   */
  default Optional<QualityJudge> qualityJudge() {
    return Optional.empty();
  }

  /**
   * Returns the bundle's measured guidelines; those of all bundles run.
   *
   * @return the checks; empty when it has none
   */
  default List<GuidelineCheck> guidelineChecks() {
    return List.of();
  }

  /**
   * Returns the bundle's stage 7.
   *
   * @return the ranker, or empty when it has none
   */
  default Optional<Ranker> ranker() {
    return Optional.empty();
  }

  /**
   * Returns the bundle's way back.
   *
   * @return the refiner, or empty when it has none
   */
  default Optional<Refiner> refiner() {
    return Optional.empty();
  }

  /**
   * Returns the language model behind prompted stages.
   *
   * @return the model, or empty when it has none
   */
  default Optional<LanguageModel> languageModel() {
    return Optional.empty();
  }

  /**
   * Returns the language model behind the prompted decomposer, which reads one line of text: a
   * cheaper model does.
   *
   * @return the model of {@link #languageModel()} unless overridden
   */
  default Optional<LanguageModel> lightweightLanguageModel() {
    return languageModel();
  }

  /**
   * Returns the embedder behind retrieval.
   *
   * @return the embedder, or empty when it has none
   */
  default Optional<Embedder> embedder() {
    return Optional.empty();
  }

  /**
   * Returns the measure of how alike two pictures are.
   *
   * @return the measure, or empty when it has none
   */
  default Optional<ImageSimilarity> imageSimilarity() {
    return Optional.empty();
  }

  /** Releases what the bundle itself created; does nothing when called again. */
  @Override
  default void close() {}
}
