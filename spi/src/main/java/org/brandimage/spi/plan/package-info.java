/**
 * Stage 4: a scene becomes a grid of candidates, each a list of placements in whole pixels.
 * Candidates are plain values: a grid of thousands costs no pixels. Cost: local CPU, or one call to
 * a language model a scene and canvas.
 */
@NullMarked
package org.brandimage.spi.plan;

import org.jspecify.annotations.NullMarked;
