/**
 * The field's picture metrics, equal to their published definitions: structural similarity, peak
 * signal-to-noise ratio, colour difference, colourfulness, sharpness and exposure. Pure functions
 * of pixels, free of state, safe to call from any thread; each names its source, its range and
 * which direction is better. Alpha is ignored unless a method says otherwise: flatten a picture
 * first.
 */
@NullMarked
package org.brandimage.metric;

import org.jspecify.annotations.NullMarked;
