/**
 * What a listener hears of a run. Events of one run come one at a time and in order, on whichever
 * thread did the work, so a listener must be quick; what a listener throws is logged once and goes
 * no further. No event holds prompt text or pixels.
 */
@NullMarked
package org.brandimage.pipeline.event;

import org.jspecify.annotations.NullMarked;
