package org.brandimage.pipeline;

import org.brandimage.pipeline.execution.EventSink;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.execution.WorkQueue;
import org.brandimage.spi.result.ResultStore;

/** What a run is given by its pipeline. */
record RunServices(RunState state, EventSink events, WorkQueue queue, ResultStore store) {}
