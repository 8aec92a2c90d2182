package org.brandimage.imaging.codec;

import java.nio.ByteBuffer;
import javax.imageio.IIOException;
import org.brandimage.spi.image.Size;

/**
 * How a PNG stores its pixels: the fields of its header chunk (PNG third edition, section 11.2.1).
 *
 * @param size width and height
 * @param depth bits a sample: 1, 2, 4, 8 or 16
 * @param colourType 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 * @param interlaced whether the pixels come in the seven passes of Adam7
 */
record PngLayout(Size size, int depth, int colourType, boolean interlaced) {
  static final int GREY = 0;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int GREY_ALPHA = 4;
  static final int RGB_ALPHA = 6;

  /** Parses the 13 bytes of the header chunk. */
  static PngLayout parse(byte[] header) throws IIOException {
    Size size =
        ImageHeader.checkedSize(
            ByteBuffer.wrap(header).getInt(0) & 0xFFFFFFFFL,
            ByteBuffer.wrap(header).getInt(4) & 0xFFFFFFFFL);
    PngLayout layout = new PngLayout(size, header[8], header[9], header[12] == 1);
    if (!layout.known() || header[10] != 0 || header[11] != 0 || (header[12] & 0xFE) != 0) {
      throw new IIOException(
          "is damaged: a PNG of colour type " + header[9] + " with " + header[8] + " bits");
    }
    return layout;
  }

  private boolean known() {
    return switch (colourType) {
      case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
      case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
      case RGB, GREY_ALPHA, RGB_ALPHA -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  int samples() {
    return switch (colourType) {
      case RGB -> 3;
      case GREY_ALPHA -> 2;
      case RGB_ALPHA -> 4;
      default -> 1;
    };
  }

  /** Returns the bytes of a row of so many pixels, without its filter byte. */
  int rowBytes(int width) {
    return (width * samples() * depth + 7) / 8;
  }

  /** Returns how many bytes back a row's filters look. */
  int filterDistance() {
    return Math.max(1, samples() * depth / 8);
  }
}
