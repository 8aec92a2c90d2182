package org.brandimage.spi.error;

import java.util.Objects;

/**
 * The error of a result that breaks a rule of its stage's contract. The stage must be corrected;
 * the same request is not tried again.
 */
public final class StageContractException extends StageException {
  private static final long serialVersionUID = 1L;

  private final String rule;

  /**
   * Creates the error.
   *
   * @param stage the label of the stage, such as "rank"
   * @param provider the implementation that answered
   * @param rule the number of the rule in {@code CONTRACTS.md}, such as "R3"
   * @param message the rule's meaning, what was found instead, and the remedy
   */
  public StageContractException(String stage, String provider, String rule, String message) {
    super(
        Objects.requireNonNull(stage, "stage")
            + " by "
            + Objects.requireNonNull(provider, "provider")
            + " broke rule "
            + Objects.requireNonNull(rule, "rule")
            + ": "
            + Objects.requireNonNull(message, "message")
            + " (see CONTRACTS.md)");
    this.rule = rule;
  }

  /**
   * {@return the number of the broken rule in {@code CONTRACTS.md}; the first if the result breaks
   * several}
   */
  public String rule() {
    return rule;
  }
}
