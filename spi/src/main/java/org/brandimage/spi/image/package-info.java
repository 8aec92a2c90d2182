/**
 * Immutable types for pictures: pixels, bytes, masks and boxes. Units are whole pixels, the origin
 * is the top-left corner, colours are sRGB. Codecs are in core's imaging packages.
 */
@NullMarked
package org.brandimage.spi.image;

import org.jspecify.annotations.NullMarked;
