package org.brandimage.local.model;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for, once. When making it fails, the next one to ask
 * tries again. Thread-safe: others wait while it is made.
 *
 * @param <T> the value
 */
final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T value;

  private Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * Creates a value that is not made yet.
   *
   * @param <T> the value
   * @param maker makes it
   * @return the lazy value
   */
  static <T> Lazy<T> of(Supplier<T> maker) {
    return new Lazy<>(Objects.requireNonNull(maker, "maker"));
  }

  /** {@return the value} */
  T get() {
    T made = value;
    return made == null ? make() : made;
  }

  /** {@return the value, or empty when it was not asked for yet} */
  Optional<T> made() {
    return Optional.ofNullable(value);
  }

  private synchronized T make() {
    T made = value;
    if (made == null) {
      made = Objects.requireNonNull(maker.get(), "value");
      value = made;
    }
    return made;
  }
}
