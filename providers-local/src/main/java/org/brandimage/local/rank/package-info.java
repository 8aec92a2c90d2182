/** Rankers without a network of their own: photographic features, and weighted sums of rankers. */
@NullMarked
package org.brandimage.local.rank;

import org.jspecify.annotations.NullMarked;
