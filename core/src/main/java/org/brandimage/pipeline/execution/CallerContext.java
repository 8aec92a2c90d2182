package org.brandimage.pipeline.execution;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The context of the thread that asked for a run, put in place around all work of that run. */
public final class CallerContext {
  private final ContextPropagation.Carrier carrier;
  private final @Nullable ClassLoader classLoader;

  private CallerContext(ContextPropagation.Carrier carrier, @Nullable ClassLoader classLoader) {
    this.carrier = carrier;
    this.classLoader = classLoader;
  }

  /**
   * Captures the context of the calling thread, its context class loader included.
   *
   * @param propagation what else is captured
   * @return the context
   */
  public static CallerContext capture(ContextPropagation propagation) {
    return new CallerContext(
        Objects.requireNonNull(propagation.capture(), "contextPropagation captured null"),
        Thread.currentThread().getContextClassLoader());
  }

  /**
   * Runs work in the context, and leaves the thread as it was.
   *
   * @param work the work
   */
  public void run(Runnable work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classLoader);
    try {
      carrier.wrap(work).run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
