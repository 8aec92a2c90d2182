package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.brandimage.prompted.PromptedStages;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.model.LanguageModel;
import org.jspecify.annotations.Nullable;

/**
 * Which implementation serves a stage: an explicit one, then one prompted over an explicit language
 * model, then the bundles in their order, each with its own stage or else one prompted over its
 * model. A bundle given first is the one its user wants, so its model comes before a later bundle's
 * stage.
 */
final class StageChoice {
  private final List<StageBundle> bundles;
  private final List<StageBundle> asked = new ArrayList<>();

  StageChoice(List<StageBundle> bundles, @Nullable LanguageModel explicit) {
    this.bundles = List.copyOf(bundles);
    if (explicit != null) {
      asked.add(PromptedStages.over(explicit));
    }
    for (StageBundle bundle : bundles) {
      asked.add(bundle);
      bundle
          .languageModel()
          .map(model -> PromptedStages.over(model, bundle.lightweightLanguageModel().orElse(model)))
          .ifPresent(asked::add);
    }
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
