/** Growing, shrinking and banding of masks, and distances to the pixels of a set. */
@NullMarked
package org.brandimage.imaging.mask;

import org.jspecify.annotations.NullMarked;
