package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.brandimage.imaging.cutout.AlphaCutoutMaker;
import org.brandimage.imaging.cutout.StudioCutoutMaker;
import org.brandimage.prompted.ContactSheetScorer;
import org.brandimage.prompted.PromptedStages;
import org.brandimage.quality.HintRefiner;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.scene.SceneReader;
import org.jspecify.annotations.Nullable;

/**
 * Which implementation serves a stage: an explicit one, then one prompted over an explicit language
 * model, then the bundles in their order, each with its own stage or else one prompted over its
 * model. A bundle given first has precedence, so its model comes before a later bundle's stage.
 */
final class StageChoice {
  private final List<StageBundle> bundles;
  private final List<StageBundle> asked = new ArrayList<>();
  private @Nullable LanguageModel first;

  StageChoice(List<StageBundle> bundles, @Nullable LanguageModel explicit) {
    this.bundles = List.copyOf(bundles);
    if (explicit != null) {
      asked.add(PromptedStages.over(explicit));
      first = explicit;
    }
    for (StageBundle bundle : bundles) {
      asked.add(bundle);
      bundle
          .languageModel()
          .map(model -> PromptedStages.over(model, bundle.lightweightLanguageModel().orElse(model)))
          .ifPresent(asked::add);
      first = first == null ? bundle.languageModel().orElse(null) : first;
    }
  }

  /** Returns the makers set explicitly, then those of the bundles, then the library's own. */
  List<CutoutMaker> cutoutMakers(List<CutoutMaker> explicit) {
    List<CutoutMaker> all = new ArrayList<>(explicit);
    bundles.forEach(bundle -> all.addAll(bundle.cutoutMakers()));
    // A bundle may place these itself, to say what comes after them.
    for (CutoutMaker maker : List.of(AlphaCutoutMaker.create(), StudioCutoutMaker.create())) {
      if (all.stream().noneMatch(maker.getClass()::isInstance)) {
        all.add(maker);
      }
    }
    return all;
  }

  /** Returns the checks set explicitly and those of the bundles. */
  List<GuidelineCheck> checks(List<GuidelineCheck> explicit) {
    List<GuidelineCheck> all = new ArrayList<>(explicit);
    bundles.forEach(bundle -> all.addAll(bundle.guidelineChecks()));
    return all;
  }

  /** Returns the refiner, by rules where nothing better is offered. */
  Refiner refiner(@Nullable Refiner explicit) {
    return explicit != null
        ? explicit
        : asked.stream()
            .flatMap(bundle -> bundle.refiner().stream())
            .findFirst()
            .orElseGet(HintRefiner::create);
  }

  /** Returns the reader of background photos, or null when none is offered. */
  @Nullable SceneReader sceneReader(@Nullable SceneReader explicit) {
    return explicit != null
        ? explicit
        : asked.stream().flatMap(bundle -> bundle.sceneReader().stream()).findFirst().orElse(null);
  }

  /** Returns what ranks when the ranker fails: another one, or none that scores. */
  Ranker fallbackRanker(@Nullable Ranker explicit, Ranker ranker) {
    return explicit != null
        ? explicit
        : asked.stream()
            .flatMap(bundle -> bundle.ranker().stream())
            .filter(offered -> offered != ranker)
            .findFirst()
            .orElseGet(UnscoredRanker::new);
  }

  /** Returns what looks at the contact sheet, or null when the options ask for none. */
  @Nullable ContactSheetScorer contactSheetScorer(RoundOptions rounds) {
    if (!rounds.contactSheet()) {
      return null;
    }
    if (first == null) {
      throw new PipelineConfigurationException(
          "contactSheet: no bundle has a language model - set one with builder().languageModel(..),"
              + " or leave the contact sheet out");
    }
    return ContactSheetScorer.create(first);
  }

  /**
   * Returns the implementation of a stage.
   *
   * @throws PipelineConfigurationException when there is none; it names the ways to supply one
   */
  <T> T of(String name, @Nullable T explicit, Function<StageBundle, Optional<T>> offered) {
    if (explicit != null) {
      return explicit;
    }
    return asked.stream()
        .flatMap(bundle -> offered.apply(bundle).stream())
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  private PipelineConfigurationException missing(String name) {
    return new PipelineConfigurationException(
        name
            + ": missing, none of the bundles "
            + bundles.stream().map(StageBundle::name).toList()
            + " offers one - set it with builder()."
            + name
            + "(..), or add a bundle with stages(..), such as LocalStages or BedrockStages");
  }
}
