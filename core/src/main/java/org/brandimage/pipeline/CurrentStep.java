package org.brandimage.pipeline;

import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.spi.context.StageId;
import org.jspecify.annotations.Nullable;

/** The step of a run that is under way, as its events say. Read by any thread. */
final class CurrentStep implements PipelineListener {
  /** A step and how much of it is done. */
  record Step(@Nullable StageId stage, int done, int total) {
    static final Step NONE = new Step(null, 0, 0);
  }

  private volatile Step step = Step.NONE;

  Step step() {
    return step;
  }

  @Override
  public void onEvent(PipelineEvent event) {
    if (event instanceof StageStarted started) {
      step = new Step(started.stage(), 0, started.total());
    } else if (event instanceof StageProgress progress) {
      step = new Step(progress.stage(), progress.done(), progress.total());
    }
  }
}
