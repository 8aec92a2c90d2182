package org.brandimage.pipeline;

import java.util.concurrent.ExecutorService;
import org.brandimage.spi.result.ResultStore;

/** What a run is given by its pipeline. */
record RunServices(RunState state, EventSink events, ExecutorService workers, ResultStore store) {}
