/**
 * The plan stage (stage 4), which turns a scene into a grid of candidates, each a list of
 * placements in whole pixels. Candidates are plain values: a grid of thousands allocates no pixels.
 * Cost: local CPU, or one call to a language model per scene and canvas.
 */
@NullMarked
package org.brandimage.spi.plan;

import org.jspecify.annotations.NullMarked;
