package org.brandimage.pipeline.event;

/**
 * A listener to the events of every run of a pipeline. Called by several threads, one at a time a
 * run.
 */
@FunctionalInterface
public interface PipelineListener {
  /**
   * Hears an event. Must return quickly: the run waits for it.
   *
   * @param event what happened
   */
  void onEvent(PipelineEvent event);
}
