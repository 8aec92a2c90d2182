package org.brandimage.spi.error;

import java.util.Objects;

/**
 * A paid call whose result is not among the recorded ones, while a run is answered from recorded
 * results only. No call was made.
 */
public final class ResultMissingException extends ResultStoreException {
  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * Creates the error.
   *
   * @param stage the label of the stage that asked, such as "caption"
   * @param key the key of the missing result
   */
  public ResultMissingException(String stage, String key) {
    super(
        Objects.requireNonNull(stage, "stage")
            + ": no result is recorded under "
            + Objects.requireNonNull(key, "key")
            + " - brief, library, seed or a stage differ from the recorded run; record it anew",
        null);
    this.key = key;
  }

  /** {@return the key of the missing result} */
  public String key() {
    return key;
  }
}
