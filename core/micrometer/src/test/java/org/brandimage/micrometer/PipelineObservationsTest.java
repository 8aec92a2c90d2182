package org.brandimage.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.CandidateRejected;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is observed of the events of one run. */
class PipelineObservationsTest {
  private static final RunRef RUN = new RunRef("run-1", "order 7");
  private static final PipelineEvent STARTED = new RunStarted(RUN, Duration.ZERO);
  private static final PipelineEvent FINISHED =
      new RunFinished(RUN, 3, Duration.ofSeconds(1), Cost.NONE);
  private static final PipelineEvent FAILED = new RunFailed(RUN, "StageException");

  private final ObservationRegistry registry = ObservationRegistry.create();
  private final PipelineObservations listener = PipelineObservations.of(registry);
  private final List<Observation.Context> stopped = new ArrayList<>();

  @BeforeEach
  void listen() {
    registry.observationConfig().observationHandler(new Recorder());
  }

  @Test
  void run_finished_hasNoError() {
    hear(STARTED, begin(StageId.CAPTION), end(StageId.CAPTION));
    hear(begin(StageId.RANK), end(StageId.RANK), FINISHED);

    assertThat(outcomes()).containsExactly("caption finished", "rank finished", "run finished");
    assertThat(stopped).allMatch(context -> context.getError() == null);
  }

  @Test
  void run_failsInAStage_bothHaveTheError() {
    hear(STARTED, begin(StageId.DECOMPOSE), end(StageId.DECOMPOSE));
    hear(begin(StageId.CAPTION), progress(StageId.CAPTION), end(StageId.CAPTION), FAILED);

    assertThat(outcomes())
        .containsExactly("decompose finished", "caption StageException", "run StageException");
    assertThat(stopped)
        .extracting(context -> message(context.getError()))
        .containsExactly(null, "StageException", "StageException");
  }

  /** A piece of work that ignores its interruption tells of its progress after the step. */
  @Test
  void run_failsInAStageOfWhichAPieceGoesOn_bothHaveTheError() {
    hear(STARTED, begin(StageId.CAPTION), end(StageId.CAPTION), progress(StageId.CAPTION), FAILED);

    assertThat(outcomes()).containsExactly("caption StageException", "run StageException");
  }

  @Test
  void run_failsAfterAStageWhoseCandidatesWereDropped_onlyTheRunHasTheError() {
    hear(STARTED, begin(StageId.OUTPAINT), end(StageId.OUTPAINT));
    hear(new CandidateRejected(RUN, "c1", List.of("no"), List.of()), FAILED);

    assertThat(outcomes()).containsExactly("outpaint finished", "run StageException");
  }

  @Test
  void run_cancelledWhileItWaited_isNotObserved() {
    hear(FAILED);

    assertThat(stopped).isEmpty();
  }

  @Test
  void observations_ofARun_openNoScope() {
    hear(STARTED, begin(StageId.CAPTION));

    assertThat(registry.getCurrentObservation()).isNull();
  }

  private void hear(PipelineEvent... events) {
    for (PipelineEvent event : events) {
      listener.onEvent(event);
    }
  }

  private List<String> outcomes() {
    return stopped.stream()
        .map(
            context -> {
              KeyValue stage = context.getLowCardinalityKeyValue(MetricNames.STAGE);
              KeyValue outcome = context.getLowCardinalityKeyValue(MetricNames.OUTCOME);
              return (stage == null ? "run" : stage.getValue()) + " " + outcome.getValue();
            })
        .toList();
  }

  private static @Nullable String message(@Nullable Throwable error) {
    return error == null ? null : error.getMessage();
  }

  private static PipelineEvent begin(StageId stage) {
    return new StageStarted(RUN, stage, 1);
  }

  private static PipelineEvent progress(StageId stage) {
    return new StageProgress(RUN, stage, 1, 1);
  }

  private static PipelineEvent end(StageId stage) {
    return new StageCompleted(RUN, stage, Duration.ofMillis(5), Cost.NONE);
  }

  /** Keeps what has stopped. */
  private final class Recorder implements ObservationHandler<Observation.Context> {
    @Override
    public void onStop(Observation.Context context) {
      stopped.add(context);
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }
}
