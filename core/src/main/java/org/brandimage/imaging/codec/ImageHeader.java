package org.brandimage.imaging.codec;

import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.Size;

/**
 * What a file says about its picture before any pixel is decoded.
 *
 * @param format the kind of file, by its first bytes
 * @param stored width and height as stored
 * @param orientation how to turn it upright
 */
record ImageHeader(EncodedImage.Format format, Size stored, Orientation orientation) {
  /** Returns the size of the upright picture. */
  Size size() {
    return orientation.upright(stored);
  }
}
