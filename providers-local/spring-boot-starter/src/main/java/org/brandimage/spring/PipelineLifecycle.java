package org.brandimage.spring;

import java.time.Duration;
import org.brandimage.pipeline.BrandImagePipeline;
import org.springframework.context.SmartLifecycle;

/**
 * The end of a pipeline with its application: after the web server has let its requests finish, the
 * runs under way may finish too, within a time.
 */
final class PipelineLifecycle implements SmartLifecycle {
  /** Below the phases of Boot's web server, so that this stops after it. */
  private static final int PHASE = DEFAULT_PHASE - 4096;

  private final BrandImagePipeline pipeline;
  private final Duration timeout;

  PipelineLifecycle(BrandImagePipeline pipeline, Duration timeout) {
    this.pipeline = pipeline;
    this.timeout = timeout;
  }

  @Override
  public void start() {
    // A pipeline is ready once it is built.
  }

  @Override
  public void stop() {
    pipeline.close(timeout);
  }

  @Override
  public boolean isRunning() {
    return !pipeline.isClosed();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
