package org.brandimage.bedrock.gateway;

import java.time.LocalDate;
import java.util.Optional;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.spi.error.ModelRetiredException;

/** The library's own table of models that have ended or will end. */
public final class Retirements {
  private static final int COLUMNS = 4;

  private static final String ASK_THE_ACCOUNT =
      "an active model of the account's list in the Bedrock console";

  private Retirements() {}

  /** One row. */
  record Entry(String model, LocalDate endOfLife, String alternative) {
    ModelLifecycle.State stateOn(LocalDate today) {
      boolean ended = !today.isBefore(endOfLife);
      return new ModelLifecycle.State(
          ended ? ModelLifecycle.Status.ENDED : ModelLifecycle.Status.LEGACY,
          endOfLife,
          alternative);
    }
  }

  static Optional<Entry> find(String model) {
    String base = ModelIds.base(model);
    return BedrockPrices.Table.read("retirements.tsv", COLUMNS).stream()
        .filter(row -> row[0].equals(base))
        .map(row -> new Entry(row[0], LocalDate.parse(row[1]), row[2]))
        .findFirst();
  }

  /** Returns the failure of a model that is gone. */
  static ModelRetiredException failure(String model) {
    return find(model)
        .map(entry -> failure(model, entry.endOfLife().toString(), entry.alternative()))
        .orElseGet(() -> failure(model, "an unknown day", ASK_THE_ACCOUNT));
  }

  /**
   * Returns a warning of a model whose end is announced.
   *
   * @param model the model
   * @param state its state
   * @return the warning, or empty for an active model
   * @throws ModelRetiredException when the model has ended
   */
  public static Optional<String> warning(String model, ModelLifecycle.State state) {
    String day = state.endOfLife() == null ? "an unknown day" : state.endOfLife().toString();
    return switch (state.status()) {
      case ACTIVE -> Optional.empty();
      case LEGACY ->
          Optional.of(model + " will be retired on " + day + " - use " + state.alternative());
      case ENDED -> throw failure(model, day, state.alternative());
    };
  }

  private static ModelRetiredException failure(String model, String day, String alternative) {
    return new ModelRetiredException(
        model, day, alternative.isEmpty() ? ASK_THE_ACCOUNT : alternative);
  }
}
