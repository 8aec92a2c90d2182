package org.brandimage.micrometer;

import io.micrometer.context.ContextSnapshotFactory;
import org.brandimage.pipeline.execution.ContextPropagation;

/**
 * Micrometer's context propagation as the hook of a pipeline: whatever has a {@code
 * ThreadLocalAccessor}, such as observations and tracing, reaches the stages. Needs {@code
 * io.micrometer:context-propagation} on the class path. Log fields have no accessor by default; add
 * {@code Slf4jThreadLocalAccessor} for them.
 */
public final class MicrometerContext {
  private MicrometerContext() {}

  /** {@return the propagation of all that is registered} */
  public static ContextPropagation propagation() {
    return propagation(ContextSnapshotFactory.builder().build());
  }

  /**
   * Returns a propagation of what a factory captures.
   *
   * @param snapshots the factory
   * @return the propagation
   */
  public static ContextPropagation propagation(ContextSnapshotFactory snapshots) {
    return () -> snapshots.captureAll()::wrap;
  }
}
