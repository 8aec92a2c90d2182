package org.brandimage.spi.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Threads that do the same at the same time, and end before the call returns. */
final class Crowd {
  private Crowd() {}

  /** Asks every thread once, all starting together; rethrows what one of them threw. */
  static <T> List<T> ask(int threads, Duration patience, Callable<T> question) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(
            executor.submit(
                () -> {
                  start.await();
                  return question.call();
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get(patience.toMillis(), TimeUnit.MILLISECONDS));
      }
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      executor.shutdownNow();
    }
  }

  /**
   * Runs a call on a thread of its own until it waits, then wakes it; tells whether it ended within
   * the time. A thread that does not end is interrupted.
   */
  static boolean wakes(Callable<?> waiting, Runnable waker, Duration patience)
      throws InterruptedException {
    FutureTask<Object> task = new FutureTask<>(waiting::call);
    Thread thread = new Thread(task, "waiting");
    thread.start();
    while (thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    waker.run();
    thread.join(patience.toMillis());
    boolean ended = !thread.isAlive();
    thread.interrupt();
    return ended;
  }
}
