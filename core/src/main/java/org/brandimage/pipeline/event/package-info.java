/**
 * The events of a run that a listener receives. Events of one run are delivered one at a time and
 * in order, on the thread that did the work, so a listener must be quick; an exception from a
 * listener is logged once and is not propagated. No event holds prompt text or pixels.
 */
@NullMarked
package org.brandimage.pipeline.event;

import org.jspecify.annotations.NullMarked;
