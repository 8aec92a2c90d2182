package org.brandimage.spi.testkit.fake;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.brandimage.spi.context.StageContext;

/**
 * A stage that behaves by script: on the calls named it fails, blocks or answers something else,
 * and on all others it does what the stage below it does. Fits any stage: {@code Ranker ranker =
 * script::answer}. Calls are counted from 1. Thread-safe once the script is written.
 *
 * @param <Q> the request
 * @param <R> the result
 */
public final class ScriptedStage<Q, R> implements StageCall<Q, R> {
  private final StageCall<Q, R> usual;
  private final Map<Integer, StageCall<Q, R>> script = new TreeMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch blocked = new CountDownLatch(1);

  private ScriptedStage(StageCall<Q, R> usual) {
    this.usual = Objects.requireNonNull(usual, "usual");
  }

  /**
   * Starts a script.
   *
   * @param usual what happens on every call the script does not name
   * @param <Q> the request
   * @param <R> the result
   * @return a script without entries
   */
  public static <Q, R> ScriptedStage<Q, R> over(StageCall<Q, R> usual) {
    return new ScriptedStage<>(usual);
  }

  /**
   * Lets a call do something else.
   *
   * @param call which one, from 1
   * @param other what it does; may return rubbish
   * @return this
   */
  public ScriptedStage<Q, R> on(int call, StageCall<Q, R> other) {
    if (call < 1) {
      throw new IllegalArgumentException("call must be at least 1: " + call);
    }
    script.put(call, Objects.requireNonNull(other, "other"));
    return this;
  }

  /**
   * Lets a call fail.
   *
   * @param call which one, from 1
   * @param failure makes what is thrown
   * @return this
   */
  public ScriptedStage<Q, R> failingOn(int call, Supplier<? extends RuntimeException> failure) {
    return on(
        call,
        (request, context) -> {
          throw failure.get();
        });
  }

  /**
   * Lets a call block until its thread is interrupted.
   *
   * @param call which one, from 1
   * @return this
   */
  public ScriptedStage<Q, R> blockingOn(int call) {
    return on(
        call,
        (request, context) -> {
          blocked.countDown();
          new CountDownLatch(1).await();
          throw new IllegalStateException("unreachable: the latch is never counted down");
        });
  }

  /**
   * Waits until a blocking call has begun.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  public void awaitBlocked() throws InterruptedException {
    blocked.await();
  }

  /**
   * Returns how many calls have begun.
   *
   * @return at least 0
   */
  public int calls() {
    return calls.get();
  }

  @Override
  public R answer(Q request, StageContext context) throws InterruptedException {
    return script.getOrDefault(calls.incrementAndGet(), usual).answer(request, context);
  }
}
