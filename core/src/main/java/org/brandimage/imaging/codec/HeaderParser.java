package org.brandimage.imaging.codec;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.IIOException;
import org.brandimage.spi.image.EncodedImage.Format;

/**
 * Reads the kind, size and orientation of a picture from the first bytes to the last it needs,
 * without the image readers, whose size queries allocate by what a file claims and fail unchecked.
 * Only PNG, JPEG and WebP are known; everything else is refused by its first bytes. Time and memory
 * are bounded by the file's length and 64 KB.
 */
final class HeaderParser {
  private static final int MAGIC_BYTES = 12;
  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;

  private HeaderParser() {}

  /**
   * Parses a file.
   *
   * @param in the file from its first byte; left somewhere inside it
   * @return what it says
   * @throws IOException when it is damaged, or nothing that is read here
   */
  static ImageHeader parse(InputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC_BYTES);
    Format format = formatOf(magic);
    DataInputStream data = new DataInputStream(in);
    try {
      return switch (format) {
        case PNG -> PngHeader.parse(data, magic);
        case JPEG -> JpegHeader.parse(data, magic);
        case WEBP -> WebpHeader.parse(data);
      };
    } catch (EOFException e) {
      throw endsEarly(e);
    }
  }

  /** Returns the kind of file by its first bytes. */
  static Format formatOf(byte[] magic) throws IIOException {
    if (magic.length < MAGIC_BYTES) {
      throw new IIOException("is too short for a picture (" + magic.length + " bytes)");
    }
    int first = ByteBuffer.wrap(magic).getInt(0);
    if (first == 0x89504E47 && ByteBuffer.wrap(magic).getInt(4) == 0x0D0A1A0A) {
      return Format.PNG;
    }
    if (first >>> 8 == 0xFFD8FF) {
      return Format.JPEG;
    }
    if (first == RIFF && ByteBuffer.wrap(magic).getInt(8) == WEBP) {
      return Format.WEBP;
    }
    throw new IIOException(
        "is not a PNG, JPEG or WebP file (it begins with "
            + HexFormat.of().formatHex(Arrays.copyOf(magic, 4))
            + "); convert it to one of these");
  }

  static IIOException endsEarly(EOFException cause) {
    return new IIOException("ends early; it was cut off, export it again", cause);
  }
}
