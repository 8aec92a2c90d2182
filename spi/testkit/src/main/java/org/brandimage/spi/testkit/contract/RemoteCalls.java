package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;

/** The rules of a stage whose service does not answer. */
final class RemoteCalls {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration UNTIL_ASKED = Duration.ofSeconds(20);
  private static final int TRIES = 3;

  private RemoteCalls() {}

  /** A service that is down fails the call at once, as unavailable, for free. Closes the stage. */
  static void failsWhenDown(Object stage, Call call) throws Exception {
    try {
      TestContext context = TestContexts.active(StageContract.SEED);
      assertThatExceptionOfType(ProviderUnavailableException.class)
          .isThrownBy(() -> call.with(context))
          .matches(StageException::retryable, "is retryable");
      assertThat(context.costs().reserved()).as("reserved").isEqualTo(Cost.NONE);
      assertThat(context.costs().spent()).as("spent").isEqualTo(Cost.NONE);
      Interruption.failsSoon(
          "service down", () -> call.with(TestContexts.active(StageContract.SEED)));
    } finally {
      close(stage);
    }
  }

  /**
   * A call that waits for a silent service ends when its run is cancelled, as a pipeline does that:
   * the context says so, and the thread is interrupted. Takes the best of a few tries, since a busy
   * machine may be slow, but not always. Closes the stage.
   */
  static void endsWhenCancelled(SilentService service, Object stage, Call call) throws Exception {
    try {
      boolean ended = false;
      for (int round = 0; round < TRIES && !ended; round++) {
        ended = cancelled(service, call);
      }
      assertThat(ended).as("ended within %s of the cancellation", SOON).isTrue();
    } finally {
      close(stage);
    }
  }

  private static void close(Object stage) throws Exception {
    if (stage instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  private static boolean cancelled(SilentService service, Call call) throws Exception {
    service.asked().drainPermits();
    TestContext context = TestContexts.active(StageContract.SEED);
    FutureTask<Boolean> task = new FutureTask<>(() -> interrupts(call, context));
    Thread thread = new Thread(task, "waits-for-a-silent-service");
    thread.setDaemon(true);
    thread.start();
    try {
      assertThat(service.asked().tryAcquire(UNTIL_ASKED.toMillis(), TimeUnit.MILLISECONDS))
          .as("the stage sent something to the address that it was given")
          .isTrue();
      context.cancel();
      thread.interrupt();
      assertThat(task.get(SOON.toMillis(), TimeUnit.MILLISECONDS))
          .as("the call ended with an InterruptedException")
          .isTrue();
      assertThat(context.costs().reserved()).as("reserved").isEqualTo(Cost.NONE);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError("neither InterruptedException nor a result", e.getCause());
    } finally {
      thread.interrupt();
    }
  }

  private static boolean interrupts(Call call, StageContext context) {
    try {
      call.with(context);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** A call of a stage. */
  interface Call {
    void with(StageContext context) throws InterruptedException;
  }
}
