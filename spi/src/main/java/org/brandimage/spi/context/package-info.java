/**
 * What a stage may use of the run it serves: cancellation, deadline, seed, the cost meter and the
 * journal of calls. {@link org.brandimage.spi.context.StageContext#standalone()} lets one stage be
 * used without a pipeline.
 */
@NullMarked
package org.brandimage.spi.context;

import org.jspecify.annotations.NullMarked;
