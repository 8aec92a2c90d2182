package org.brandimage.spi.result;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decision about a paid call whose outcome was unknown. Immutable. */
public final class Resolution {
  /** The call may be made again, and paid again. */
  public static final Resolution BUY_AGAIN = new Resolution("buy again", null);

  /** The call is not made again: its candidate stays without a picture. */
  public static final Resolution GIVE_UP = new Resolution("give up", null);

  private final String name;
  private final @Nullable PaidResult result;

  private Resolution(String name, @Nullable PaidResult result) {
    this.name = name;
    this.result = result;
  }

  /**
   * Returns the decision to use a result that was found elsewhere, such as in the provider's own
   * archive.
   *
   * @param result the result
   * @return the decision
   */
  public static Resolution supply(PaidResult result) {
    return new Resolution("supply", Objects.requireNonNull(result, "result"));
  }

  /** {@return the supplied result; empty for the other decisions} */
  public Optional<PaidResult> result() {
    return Optional.ofNullable(result);
  }

  @Override
  public String toString() {
    return name;
  }
}
