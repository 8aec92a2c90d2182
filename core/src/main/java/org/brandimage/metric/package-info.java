/**
 * Standard image metrics, equal to their published definitions: structural similarity, peak
 * signal-to-noise ratio, colour difference, colourfulness, sharpness and exposure. They are pure
 * functions of pixels, free of state and safe to call from any thread; each documents its source,
 * its range and which direction is better. Transparent pictures are composited over white unless a
 * method says otherwise, so colours under an alpha of 0 never count.
 */
@NullMarked
package org.brandimage.metric;

import org.jspecify.annotations.NullMarked;
