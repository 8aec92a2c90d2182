package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The measure of how soon a call ends with {@link InterruptedException}. */
final class Interruption {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final int TRIES = 5;

  private Interruption() {}

  /** Takes the best of a few tries, since a busy machine may be slow, but not always. */
  static void endsSoon(String state, ThrowingCallable call) {
    Duration best = SOON;
    for (int round = 0; round < TRIES && best.compareTo(SOON) >= 0; round++) {
      long start = System.nanoTime();
      assertThatExceptionOfType(InterruptedException.class).as(state).isThrownBy(call);
      best = Duration.ofNanos(System.nanoTime() - start);
    }
    assertThat(best).as("%s: time to the end", state).isLessThan(SOON);
  }
}
