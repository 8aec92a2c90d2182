/** Benchmarks of the hot paths, each beside what a user would pick instead. */
@NullMarked
package org.brandimage.benchmarks;

import org.jspecify.annotations.NullMarked;
