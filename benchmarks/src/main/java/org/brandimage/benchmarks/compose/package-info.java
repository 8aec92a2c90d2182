/** Composition of candidate grids. */
@NullMarked
package org.brandimage.benchmarks.compose;

import org.jspecify.annotations.NullMarked;
