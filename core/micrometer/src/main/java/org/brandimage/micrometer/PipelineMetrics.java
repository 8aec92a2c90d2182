package org.brandimage.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.CandidateRejected;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineEvent.RunWarning;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineListener;

/**
 * A listener that counts and times what pipelines do. Every event costs some map look-ups.
 * Thread-safe; one may listen to several pipelines.
 *
 * <pre>{@code
 * PipelineMetrics metrics = PipelineMetrics.of(registry);
 * BrandImagePipeline pipeline = BrandImagePipeline.builder().addListener(metrics)...build();
 * metrics.gauge(pipeline);
 * }</pre>
 */
public final class PipelineMetrics implements PipelineListener {
  private static final double MICROS_A_DOLLAR = 1e6;

  private final MeterRegistry registry;
  private final Map<String, Long> begun = new ConcurrentHashMap<>();

  private PipelineMetrics(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /**
   * Creates a listener.
   *
   * @param registry where the meters are
   * @return the listener
   */
  public static PipelineMetrics of(MeterRegistry registry) {
    return new PipelineMetrics(registry);
  }

  /**
   * Adds gauges of the runs that a pipeline has under way and queued. The registry holds the
   * pipeline weakly.
   *
   * @param pipeline the pipeline
   */
  public void gauge(BrandImagePipeline pipeline) {
    Gauge.builder(MetricNames.RUNNING, pipeline, BrandImagePipeline::runningRuns)
        .description("Runs under way")
        .register(registry);
    Gauge.builder(MetricNames.QUEUED, pipeline, BrandImagePipeline::queuedRuns)
        .description("Runs that wait for a thread")
        .register(registry);
  }

  @Override
  public void onEvent(PipelineEvent event) {
    if (event instanceof RunStarted started) {
      begun.put(started.runId(), System.nanoTime());
      registry.timer(MetricNames.WAITED).record(started.waited());
    } else if (event instanceof StageCompleted completed) {
      stage(completed);
    } else if (event instanceof CandidateRejected rejected) {
      List<String> guidelines = rejected.guidelines();
      (guidelines.isEmpty() ? List.of("none") : guidelines)
          .forEach(id -> count(MetricNames.REJECTIONS, MetricNames.GUIDELINE, id, 1));
    } else if (event instanceof RunWarning) {
      registry.counter(MetricNames.WARNINGS).increment();
    } else if (event instanceof RunFinished finished) {
      registry.counter(MetricNames.FINALISTS).increment(finished.finalists());
      end(finished.runId(), "finished");
    } else if (event instanceof RunFailed failed) {
      end(failed.runId(), failed.error());
    }
  }

  private void stage(StageCompleted completed) {
    String stage = completed.stage().label();
    registry.timer(MetricNames.STAGE_TIME, MetricNames.STAGE, stage).record(completed.elapsed());
    count(MetricNames.COST_UNITS, MetricNames.STAGE, stage, (double) completed.cost().units());
    double dollars = completed.cost().microUsd() / MICROS_A_DOLLAR;
    count(MetricNames.COST_USD, MetricNames.STAGE, stage, dollars);
  }

  /** A run that was cancelled in the queue has not begun; it counts with no time. */
  private void end(String runId, String outcome) {
    Long start = begun.remove(runId);
    Duration elapsed = start == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - start);
    registry.timer(MetricNames.RUN, MetricNames.OUTCOME, outcome).record(elapsed);
  }

  private void count(String name, String tag, String value, double amount) {
    registry.counter(name, tag, value).increment(amount);
  }
}
