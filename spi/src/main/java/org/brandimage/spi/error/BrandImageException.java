package org.brandimage.spi.error;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.text.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors that this library raises deliberately. Messages name the field, the value
 * and the remedy, never hold prompts, pixels or secrets, and are one line of {@link PrintableText}.
 * Instances are safe to share between threads.
 */
public class BrandImageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private volatile @Nullable String stage;
  private volatile @Nullable String provider;
  private volatile @Nullable String runId;

  /**
   * Creates an error without a cause.
   *
   * @param message what happened and what to do about it
   */
  public BrandImageException(String message) {
    super(PrintableText.of(message));
  }

  /**
   * Creates an error with a cause.
   *
   * @param message what happened and what to do about it
   * @param cause what led to it, or null when there is none
   */
  public BrandImageException(String message, @Nullable Throwable cause) {
    super(PrintableText.of(message), cause);
  }

  /**
   * {@return the name of the stage that failed, or empty when the error did not pass through a
   * pipeline}
   */
  public final Optional<String> stage() {
    return Optional.ofNullable(stage);
  }

  /**
   * {@return the name of the stage implementation or service that failed, or empty when none is
   * known}
   */
  public final Optional<String> provider() {
    return Optional.ofNullable(provider);
  }

  /** {@return the id of the run that failed, or empty when the error did not happen in a run} */
  public final Optional<String> runId() {
    return Optional.ofNullable(runId);
  }

  /**
   * Fills in where the error happened, and keeps what is already filled in. The pipeline calls this
   * once, so stages need not fill in these values.
   *
   * @param stage the stage that failed
   * @param provider the implementation or service that failed
   * @param runId the run that failed
   */
  public final void locate(String stage, String provider, String runId) {
    synchronized (this) {
      this.stage = this.stage == null ? Objects.requireNonNull(stage, "stage") : this.stage;
      this.provider =
          this.provider == null ? Objects.requireNonNull(provider, "provider") : this.provider;
      this.runId = this.runId == null ? Objects.requireNonNull(runId, "runId") : this.runId;
    }
  }
}
