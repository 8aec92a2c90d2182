package org.brandimage.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.brandimage.pipeline.execution.Threads;
import org.brandimage.spi.error.QueueFullException;

/** The runs that are under way or wait on the pipeline's run threads, with a bound. */
final class RunQueue {
  private final ExecutorService threads;
  private final Semaphore places;
  private final int running;
  private final int capacity;

  RunQueue(int running, int capacity) {
    this.running = running;
    this.capacity = capacity;
    this.threads = Threads.fixed("brandimage-run", running);
    this.places = new Semaphore(running + capacity);
  }

  /**
   * Takes a place for a run.
   *
   * @throws QueueFullException when there is none
   */
  void enter() {
    if (!places.tryAcquire()) {
      throw new QueueFullException(running, capacity);
    }
  }

  /** Takes a place for a run, once there is one. */
  void enterWhenFree() throws InterruptedException {
    places.acquire();
  }

  /** Gives a place back. */
  void leave() {
    places.release();
  }

  void execute(Runnable run) {
    threads.execute(run);
  }

  /** Ends the threads, and lets those go on who wait for a place. */
  void close() {
    threads.shutdownNow();
    places.release(Short.MAX_VALUE);
  }
}
