package org.brandimage.pipeline.execution;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the pipeline's own threads: daemons with a name, none while idle. A thread inherits nothing
 * from the run that happened to start it, neither inheritable thread-locals nor a class loader.
 */
public final class Threads {
  private static final long IDLE_SECONDS = 10;

  private Threads() {}

  /**
   * Makes a pool with a bound.
   *
   * @param name how its threads' names begin
   * @param size the most threads; what is more waits
   * @return a pool to shut down
   */
  public static ExecutorService fixed(String name, int size) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * Makes a pool without a bound; who gives it work keeps to one.
   *
   * @param name how its threads' names begin
   * @return a pool to shut down
   */
  public static ExecutorService growing(String name) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        named(name));
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(null, task, name + "-" + number.incrementAndGet(), 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(Threads.class.getClassLoader());
      return thread;
    };
  }
}
