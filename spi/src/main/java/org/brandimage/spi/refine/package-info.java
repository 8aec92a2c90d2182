/**
 * The refine step, which turns a failed round, or a person's feedback, into a choice of stages to
 * repeat and notes for them. Cost: none, or one call to a language model per round.
 */
@NullMarked
package org.brandimage.spi.refine;

import org.jspecify.annotations.NullMarked;
