/** Benchmarks of reading backgrounds and of placing products on what was read. */
@NullMarked
package org.brandimage.benchmarks.scene;

import org.jspecify.annotations.NullMarked;
