/** Benchmarks of local models: what stands before, around and after a network. */
@NullMarked
package org.brandimage.benchmarks.model;

import org.jspecify.annotations.NullMarked;
