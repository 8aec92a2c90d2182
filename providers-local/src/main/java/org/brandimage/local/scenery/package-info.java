/**
 * The outpainter that composites: it places cut-outs on the background photo or on a painted
 * backdrop, and adds light, shadows and reflections.
 */
@NullMarked
package org.brandimage.local.scenery;

import org.jspecify.annotations.NullMarked;
