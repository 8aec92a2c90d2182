package org.brandimage.imaging.codec;

import javax.imageio.IIOException;
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
  /** The longest side read; no format but PNG can store a longer one. */
  private static final int LONGEST_SIDE = 65_535;

  /** Returns the size of the upright picture. */
  Size size() {
    return orientation.upright(stored);
  }

  /** Returns a size that a file claims; refuses sides that are not from 1 to 65,535. */
  static Size checkedSize(long width, long height) throws IIOException {
    if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
      throw new IIOException(
          "claims a size of " + width + "x" + height + "; sides must be from 1 to " + LONGEST_SIDE);
    }
    return new Size((int) width, (int) height);
  }
}
