/**
 * The candidates of a run, from a place in the grid to a judged picture, and the tracker that
 * records what became of each. Internal to the pipeline: it may change.
 */
@NullMarked
package org.brandimage.pipeline.candidate;

import org.jspecify.annotations.NullMarked;
