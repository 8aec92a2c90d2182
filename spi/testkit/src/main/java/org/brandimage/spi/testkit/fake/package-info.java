/**
 * Deterministic stages and models, and the values to call them with: fixtures, test pictures, a
 * sample composition, and contexts whose clock a test moves.
 */
@NullMarked
package org.brandimage.spi.testkit.fake;

import org.jspecify.annotations.NullMarked;
