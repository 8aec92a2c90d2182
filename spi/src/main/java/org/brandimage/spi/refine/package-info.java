/**
 * The way back: a failed round, or a person's wish, becomes a choice of stages to redo and notes
 * for them. Cost: none, or one call to a language model a round.
 */
@NullMarked
package org.brandimage.spi.refine;

import org.jspecify.annotations.NullMarked;
