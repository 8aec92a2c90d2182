/**
 * Restoration of products in generated pictures: the fidelity of the generated product pixels is
 * measured, then the exact pixels of the composite are put back.
 */
@NullMarked
package org.brandimage.imaging.restore;

import org.jspecify.annotations.NullMarked;
