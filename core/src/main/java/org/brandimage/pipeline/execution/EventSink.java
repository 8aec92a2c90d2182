package org.brandimage.pipeline.execution;

import java.util.List;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.spi.error.PrintableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of one run to the listeners, one at a time, and keeps their failures to itself.
 */
public final class EventSink {
  private static final Logger LOG = LoggerFactory.getLogger(EventSink.class);

  private final List<PipelineListener> listeners;
  private boolean failureLogged;

  /**
   * Creates a sink.
   *
   * @param listeners who hears the events, in this order
   */
  public EventSink(List<PipelineListener> listeners) {
    this.listeners = listeners;
  }

  /**
   * Hands an event to every listener.
   *
   * @param event what happened
   */
  public synchronized void emit(PipelineEvent event) {
    for (PipelineListener listener : listeners) {
      try {
        listener.onEvent(event);
      } catch (RuntimeException e) {
        logOnce(listener, e);
      }
    }
  }

  private void logOnce(PipelineListener listener, RuntimeException e) {
    if (!failureLogged) {
      failureLogged = true;
      LOG.warn(
          "listener failed, the run goes on: listener={}",
          listener.getClass().getName(),
          PrintableException.of(e));
    }
  }
}
