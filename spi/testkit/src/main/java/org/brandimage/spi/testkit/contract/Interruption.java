package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.UnsupportedInputException;

/** The measure of how soon a cancelled call ends. */
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

  /** Takes the best of a few tries of a call that fails; how it fails is tested elsewhere. */
  static void failsSoon(String state, ThrowingCallable call) {
    Duration best = SOON;
    for (int round = 0; round < TRIES && best.compareTo(SOON) >= 0; round++) {
      long start = System.nanoTime();
      assertThat(catchThrowable(call)).as(state).isNotNull();
      best = Duration.ofNanos(System.nanoTime() - start);
    }
    assertThat(best).as("%s: time to the end", state).isLessThan(SOON);
  }

  /**
   * Runs a call that is cancelled on its way, as often as {@link #endsSoon}. The call may end with
   * its result or a refusal when it does not look again, but not with another exception or an open
   * reservation.
   */
  static void endsSoonMidway(String state, Supplier<CancellingContext> run, ContextCall call) {
    Duration best = SOON;
    for (int round = 0; round < TRIES && best.compareTo(SOON) >= 0; round++) {
      CancellingContext context = run.get();
      boolean interrupted = interrupts(state, call, context);
      best = context.sinceCancelled();
      assertThat(interrupted || !context.refused())
          .as("%s: an InterruptedException of the context is let through", state)
          .isTrue();
      if (interrupted) {
        assertThat(context.costs().reserved()).as("%s: reserved", state).isEqualTo(Cost.NONE);
      }
    }
    assertThat(best).as("%s: time to the end", state).isLessThan(SOON);
  }

  private static boolean interrupts(String state, ContextCall call, CancellingContext context) {
    try {
      call.with(context);
      return false;
    } catch (InterruptedException e) {
      return true;
    } catch (UnsupportedInputException e) {
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError(state + ": neither InterruptedException nor a result", e);
    }
  }

  /** A call with a context. */
  interface ContextCall {
    void with(CancellingContext context) throws InterruptedException;
  }
}
