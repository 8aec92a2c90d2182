package org.brandimage.pipeline.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A hook that carries the caller's context, such as a trace, a tenant or log fields, to the threads
 * on which a run's stages and listeners work. {@link #capture()} is called once a run, on the
 * thread that asks for the run; the {@link Carrier} it returns then wraps every piece of work of
 * that run. Must be thread-safe.
 *
 * <p>With Micrometer's context propagation, where {@code snapshots} is a {@code
 * ContextSnapshotFactory}:
 *
 * <pre>{@code
 * BrandImagePipeline.builder().contextPropagation(() -> snapshots.captureAll()::wrap)
 * }</pre>
 */
@FunctionalInterface
public interface ContextPropagation {
  /**
   * Captures the context of the calling thread.
   *
   * @return what puts the context in place around work on another thread
   */
  Carrier capture();

  /** {@return a propagation of the SLF4J mapped diagnostic context, the default} */
  static ContextPropagation mdc() {
    return () -> {
      Map<String, String> fields = MDC.getCopyOfContextMap();
      return work -> () -> withFields(fields, work);
    };
  }

  /** {@return a propagation of nothing} */
  static ContextPropagation none() {
    return () -> work -> work;
  }

  private static void withFields(@Nullable Map<String, String> fields, Runnable work) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    set(fields);
    try {
      work.run();
    } finally {
      set(before);
    }
  }

  private static void set(@Nullable Map<String, String> fields) {
    if (fields == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(fields);
    }
  }

  /** A captured context. Used by several threads at once. */
  @FunctionalInterface
  interface Carrier {
    /**
     * Wraps work so that it runs in the captured context, and leaves the thread as it was.
     *
     * @param work the work
     * @return the work in its context
     */
    Runnable wrap(Runnable work);
  }
}
