package org.brandimage.pipeline.execution;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.error.BrandImageException;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that gave a value or failed, when one failure must not lose the others.
 *
 * @param <T> the value
 */
public final class StageOutcome<T> {
  private final @Nullable T value;
  private final @Nullable BrandImageException failure;

  private StageOutcome(@Nullable T value, @Nullable BrandImageException failure) {
    this.value = value;
    this.failure = failure;
  }

  static <T> StageOutcome<T> of(T value) {
    return new StageOutcome<>(value, null);
  }

  static <T> StageOutcome<T> failed(BrandImageException failure) {
    return new StageOutcome<>(null, failure);
  }

  /** {@return the value, or empty when it failed} */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** {@return the failure, or empty when there is a value} */
  public Optional<BrandImageException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Returns the value, or throws the failure.
   *
   * @return the value
   */
  public T orThrow() {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(value, "value");
  }
}
