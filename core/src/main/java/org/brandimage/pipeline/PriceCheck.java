package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.model.LanguageModel;
import org.jspecify.annotations.Nullable;

/** The rule that a budget in money needs prices: what costs an unknown sum cannot be held to it. */
final class PriceCheck {
  private PriceCheck() {}

  /**
   * Checks what costs money.
   *
   * @throws PipelineConfigurationException when there is a cap in money and a model without a price
   */
  static void require(
      PipelineOptions options,
      Stages stages,
      List<StageBundle> bundles,
      @Nullable LanguageModel model) {
    if (!options.budget().limitsMoney()) {
      return;
    }
    List<Object> paid = new ArrayList<>(stages.cutoutMakers());
    paid.addAll(
        List.of(
            stages.decomposer(),
            stages.retriever(),
            stages.captioner(),
            stages.planner(),
            stages.outpainter(),
            stages.judge(),
            stages.ranker()));
    if (model != null) {
      paid.add(model);
    }
    // Prompted stages pass on the prices of the model behind them, but not what it has none for.
    bundles.forEach(bundle -> bundle.languageModel().ifPresent(paid::add));
    bundles.forEach(bundle -> bundle.lightweightLanguageModel().ifPresent(paid::add));
    Set<String> unpriced = new TreeSet<>();
    for (Object stage : paid) {
      if (stage instanceof Priced<?> priced) {
        unpriced.addAll(priced.unpricedModels());
      }
    }
    if (!unpriced.isEmpty()) {
      throw new PipelineConfigurationException(
          "budget: "
              + options.budget().cap().usd()
              + " dollars cannot be held, the price of "
              + String.join(", ", unpriced)
              + " is not known - give it to the provider's price table, or cap units only");
    }
  }
}
