package org.brandimage.pipeline;

import java.util.Optional;
import org.brandimage.spi.error.BrandImageException;
import org.jspecify.annotations.Nullable;

/** A piece of work that gave a value or failed, when one failure must not lose the others. */
final class StageOutcome<T> {
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

  Optional<T> value() {
    return Optional.ofNullable(value);
  }

  Optional<BrandImageException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Returns the value, or throws the failure. */
  T orThrow() {
    if (failure != null) {
      throw failure;
    }
    return java.util.Objects.requireNonNull(value, "value");
  }
}
