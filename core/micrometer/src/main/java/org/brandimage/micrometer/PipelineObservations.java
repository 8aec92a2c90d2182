package org.brandimage.micrometer;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.event.RunRef;
import org.jspecify.annotations.Nullable;

/**
 * A listener that makes an observation of each run, and of each of its steps as a child, so that a
 * tracer shows them. The parent of a run is what is current where the run begins: with {@link
 * MicrometerContext}, the caller's. Thread-safe.
 */
public final class PipelineObservations implements PipelineListener {
  private final ObservationRegistry registry;
  private final Map<String, Observation> runs = new ConcurrentHashMap<>();
  private final Map<String, Observation> stages = new ConcurrentHashMap<>();

  private PipelineObservations(ObservationRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  /**
   * Creates a listener.
   *
   * @param registry where the observations go
   * @return the listener
   */
  public static PipelineObservations of(ObservationRegistry registry) {
    return new PipelineObservations(registry);
  }

  @Override
  public void onEvent(PipelineEvent event) {
    String id = event.runId();
    if (event instanceof RunStarted) {
      runs.put(id, started(MetricNames.OBSERVED_RUN, event.run(), null));
    } else if (event instanceof StageStarted stage) {
      Observation observation = started(MetricNames.OBSERVED_STAGE, event.run(), runs.get(id));
      observation.contextualName("brandimage " + stage.stage().label());
      stages.put(id, observation.lowCardinalityKeyValue(stage(stage.stage().label())));
    } else if (event instanceof StageCompleted) {
      stop(stages.remove(id), "finished");
    } else if (event instanceof RunFinished) {
      stop(runs.remove(id), "finished");
    } else if (event instanceof RunFailed failed) {
      stop(stages.remove(id), failed.error());
      stop(runs.remove(id), failed.error());
    }
  }

  private Observation started(String name, RunRef run, @Nullable Observation parent) {
    Observation observation =
        Observation.createNotStarted(name, registry)
            .highCardinalityKeyValue(MetricNames.RUN_ID, run.id())
            .highCardinalityKeyValue(MetricNames.LABEL, run.label());
    if (parent != null) {
      observation.parentObservation(parent);
    }
    return observation.start();
  }

  private static KeyValue stage(String label) {
    return KeyValue.of(MetricNames.STAGE, label);
  }

  private static void stop(@Nullable Observation observation, String outcome) {
    if (observation != null) {
      observation.lowCardinalityKeyValue(MetricNames.OUTCOME, outcome).stop();
    }
  }
}
