/**
 * The immutable vocabulary of pictures: pixels, bytes, masks and boxes. Units are whole pixels, the
 * origin is the top-left corner, colours are sRGB. Codecs are not here: they live in core's
 * imaging.
 */
@NullMarked
package org.brandimage.spi.image;

import org.jspecify.annotations.NullMarked;
