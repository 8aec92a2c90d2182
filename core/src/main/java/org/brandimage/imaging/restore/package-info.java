/**
 * Restoration of products in generated pictures: the exact pixels of the composite are put back,
 * and how faithful the generated ones were is measured first.
 */
@NullMarked
package org.brandimage.imaging.restore;

import org.jspecify.annotations.NullMarked;
