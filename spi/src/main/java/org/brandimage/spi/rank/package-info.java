/**
 * The rank stage (stage 7), which puts the pictures that passed in order. A ranking is a
 * permutation of the input, best first, with ties ordered by id. Cost: local CPU, or a model.
 */
@NullMarked
package org.brandimage.spi.rank;

import org.jspecify.annotations.NullMarked;
