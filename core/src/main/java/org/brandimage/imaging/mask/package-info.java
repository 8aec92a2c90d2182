/** Masks grown, shrunk and banded, and distances to the pixels of a set. */
@NullMarked
package org.brandimage.imaging.mask;

import org.jspecify.annotations.NullMarked;
