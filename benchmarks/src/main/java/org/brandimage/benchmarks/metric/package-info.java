/** Benchmarks of the picture metrics, each beside a plain version of the same formula. */
@NullMarked
package org.brandimage.benchmarks.metric;

import org.jspecify.annotations.NullMarked;
