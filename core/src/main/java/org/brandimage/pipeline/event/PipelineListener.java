package org.brandimage.pipeline.event;

/**
 * A listener to the events of runs. Several threads call it, but only one at a time for each run.
 */
@FunctionalInterface
public interface PipelineListener {
  /**
   * Receives an event. It must return quickly, because the run waits for it.
   *
   * @param event the event
   */
  void onEvent(PipelineEvent event);
}
