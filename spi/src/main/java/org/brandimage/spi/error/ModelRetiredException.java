package org.brandimage.spi.error;

import java.util.Objects;

/**
 * The error of a call to a model that its vendor no longer offers. It names the model, the date and
 * the alternative.
 */
public final class ModelRetiredException extends StageException {
  private static final long serialVersionUID = 1L;

  private final String model;
  private final String alternative;

  /**
   * Creates the error.
   *
   * @param model the retired model's id
   * @param retiredOn the day it ended, as ISO date, or "an unknown day"
   * @param alternative what to use instead
   */
  public ModelRetiredException(String model, String retiredOn, String alternative) {
    super("model " + model + " was retired on " + retiredOn + " - use " + alternative);
    this.model = Objects.requireNonNull(model, "model");
    this.alternative = Objects.requireNonNull(alternative, "alternative");
  }

  /** {@return the id of the retired model} */
  public String model() {
    return model;
  }

  /** {@return the alternative: a model id or a sentence} */
  public String alternative() {
    return alternative;
  }
}
