package org.brandimage.prompted;

import java.util.Optional;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.refine.Refiner;

/**
 * The bundle of all prompted stages over one model, or over two: a lightweight one for the text of
 * the brief and a multimodal one for the rest. Thread-safe. The caller closes the models.
 */
public final class PromptedStages implements StageBundle {
  private final LanguageModel model;
  private final Decomposer decomposer;
  private final Captioner captioner;
  private final CompositionPlanner planner;
  private final QualityJudge judge;
  private final Refiner refiner;

  private PromptedStages(LanguageModel model, LanguageModel lightweight) {
    this.model = model;
    this.decomposer = PromptedDecomposer.create(lightweight);
    this.captioner = PromptedCaptioner.create(model);
    this.planner = PromptedPlanner.create(model);
    this.judge = PromptedJudge.create(model);
    this.refiner = PromptedRefiner.create(model);
  }

  /**
   * Returns the stages over one model.
   *
   * @param model a model that accepts pictures
   * @return the bundle
   */
  public static PromptedStages over(LanguageModel model) {
    return over(model, model);
  }

  /**
   * Returns the stages over two models.
   *
   * @param model a model that accepts pictures
   * @param lightweight a cheaper model for the decomposer, which sends text only
   * @return the bundle
   */
  public static PromptedStages over(LanguageModel model, LanguageModel lightweight) {
    return new PromptedStages(model, lightweight);
  }

  @Override
  public String name() {
    return "prompted";
  }

  @Override
  public Optional<Decomposer> decomposer() {
    return Optional.of(decomposer);
  }

  @Override
  public Optional<Captioner> captioner() {
    return Optional.of(captioner);
  }

  @Override
  public Optional<CompositionPlanner> compositionPlanner() {
    return Optional.of(planner);
  }

  @Override
  public Optional<QualityJudge> qualityJudge() {
    return Optional.of(judge);
  }

  @Override
  public Optional<Refiner> refiner() {
    return Optional.of(refiner);
  }

  @Override
  public Optional<LanguageModel> languageModel() {
    return Optional.of(model);
  }
}
