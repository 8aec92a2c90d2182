/**
 * Stage 7: the pictures that passed are put in order. A ranking is a permutation of what came in,
 * best first, ties by id. Cost: local CPU, or a model.
 */
@NullMarked
package org.brandimage.spi.rank;

import org.jspecify.annotations.NullMarked;
