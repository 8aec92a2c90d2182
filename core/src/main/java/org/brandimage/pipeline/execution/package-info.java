/**
 * How the work of runs is executed: threads, turns between runs, the caller's context, deadlines,
 * cancellation, paid calls and events. {@link org.brandimage.pipeline.execution.ContextPropagation}
 * is for users; all other types are internal to the pipeline and may change.
 */
@NullMarked
package org.brandimage.pipeline.execution;

import org.jspecify.annotations.NullMarked;
