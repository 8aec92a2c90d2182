package org.brandimage.pipeline;

import java.time.Duration;
import org.brandimage.pipeline.execution.EventSink;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.execution.WorkQueue;
import org.brandimage.spi.result.ResultStore;

/** What a run is given by its pipeline; it waited only when it came through the queue. */
record RunServices(
    RunState state, Duration waited, EventSink events, WorkQueue queue, ResultStore store) {}
