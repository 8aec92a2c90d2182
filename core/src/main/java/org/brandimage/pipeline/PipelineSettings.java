package org.brandimage.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.execution.ContextPropagation;
import org.brandimage.spi.result.ResultStore;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is built with besides its stages.
 *
 * @param options how it runs
 * @param listeners who hears the events of every run
 * @param store where paid results are kept
 * @param clock the clock of provenance
 * @param contextPropagation what of the caller's context reaches the stages
 * @param executor what runs the stages' work, or null for threads of the pipeline's own
 * @param grace how long cancelled work may take to end before its thread is replaced
 */
record PipelineSettings(
    PipelineOptions options,
    List<PipelineListener> listeners,
    ResultStore store,
    InstantSource clock,
    ContextPropagation contextPropagation,
    @Nullable Executor executor,
    Duration grace) {
  PipelineSettings {
    listeners = List.copyOf(listeners);
  }
}
