package org.brandimage.micrometer;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.CandidateRejected;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.spi.error.BrandImageException;
import org.jspecify.annotations.Nullable;

/**
 * A listener that makes an observation of each run, and of each of its steps as a child, so that a
 * tracer shows them. The parent of a run is what is current where the run begins: with {@link
 * MicrometerContext}, the caller's.
 *
 * <p>A run that fails has an error, and so has the step with which it ended: the message is the
 * simple name of the error's class. Whether the run ended with a step is known from the event after
 * the step, so an observation of a step stops with that event.
 *
 * <p>No scope is opened. Events are heard on the thread of the run while stages work on other
 * threads, which have the caller's context; an observation that a stage makes itself is a child of
 * the caller's, beside that of the run. Thread-safe.
 */
public final class PipelineObservations implements PipelineListener {
  private static final String FINISHED = "finished";

  private final ObservationRegistry registry;
  private final Map<String, ObservedRun> runs = new ConcurrentHashMap<>();

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
      runs.put(id, new ObservedRun(start(MetricNames.OBSERVED_RUN, event.run(), null)));
      return;
    }
    boolean last = event instanceof RunFinished || event instanceof RunFailed;
    ObservedRun run = last ? runs.remove(id) : runs.get(id);
    // A run that was cancelled while it waited has not started.
    if (run != null) {
      hear(event, run);
    }
  }

  private void hear(PipelineEvent event, ObservedRun run) {
    if (event instanceof StageStarted stage) {
      run.stopCompletedStage();
      run.stage = start(MetricNames.OBSERVED_STAGE, event.run(), run.observation);
      run.stage.contextualName("brandimage " + stage.stage().label());
      run.stage.lowCardinalityKeyValue(KeyValue.of(MetricNames.STAGE, stage.stage().label()));
    } else if (event instanceof StageCompleted) {
      run.stageCompleted = true;
    } else if (event instanceof CandidateRejected) {
      run.stopCompletedStage();
    } else if (event instanceof RunFinished) {
      run.stopCompletedStage();
      stop(run.observation, FINISHED);
    } else if (event instanceof RunFailed failed) {
      run.stopStage(failed);
      fail(run.observation, failed);
    }
  }

  private Observation start(String name, RunRef run, @Nullable Observation parent) {
    Observation observation =
        Observation.createNotStarted(name, registry)
            .highCardinalityKeyValue(MetricNames.RUN_ID, run.id())
            .highCardinalityKeyValue(MetricNames.LABEL, run.label());
    if (parent != null) {
      observation.parentObservation(parent);
    }
    return observation.start();
  }

  private static void stop(Observation observation, String outcome) {
    observation.lowCardinalityKeyValue(MetricNames.OUTCOME, outcome).stop();
  }

  private static void fail(Observation observation, RunFailed failed) {
    observation.error(new ObservedFailure(failed.error()));
    stop(observation, failed.error());
  }

  /** The observations of one run, whose events come one at a time. */
  private static final class ObservedRun {
    private final Observation observation;
    private @Nullable Observation stage;
    private boolean stageCompleted;

    ObservedRun(Observation observation) {
      this.observation = observation;
    }

    /** Stops the step that is completed, if there is one, since the run went on after it. */
    void stopCompletedStage() {
      if (stage != null && stageCompleted) {
        stop(stage, FINISHED);
        stage = null;
      }
      stageCompleted = false;
    }

    void stopStage(RunFailed failed) {
      if (stage != null) {
        fail(stage, failed);
        stage = null;
      }
    }
  }

  /** The error of a run, of which an event has the name only. */
  private static final class ObservedFailure extends BrandImageException {
    private static final long serialVersionUID = 1L;

    ObservedFailure(String error) {
      super(error);
      // Its frames are those of this listener.
      setStackTrace(new StackTraceElement[0]);
    }
  }
}
