/**
 * The parts of a run that its stages may use: cancellation, deadline, seed, the cost meter and the
 * journal of calls. {@link org.brandimage.spi.context.StageContext#standalone()} lets one stage be
 * used without a pipeline.
 */
@NullMarked
package org.brandimage.spi.context;

import org.jspecify.annotations.NullMarked;
