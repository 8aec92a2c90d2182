package org.brandimage.imaging.codec;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOException;
import org.brandimage.spi.image.EncodedImage.Format;
import org.brandimage.spi.image.Size;

/**
 * Reads a PNG's header chunk and walks the rest chunk by chunk for an Exif block (PNG third
 * edition, sections 5.3, 11.2.1 and 11.3.4.5). Nothing is inflated here.
 */
final class PngHeader {
  static final int IHDR = 0x49484452;
  static final int IEND = 0x49454E44;
  static final int EXIF = 0x65584966;
  private static final int IHDR_BYTES = 13;
  private static final int CRC_BYTES = 4;
  private static final int LONGEST_EXIF_BYTES = 65_536;

  private PngHeader() {}

  static ImageHeader parse(DataInputStream data, byte[] magic) throws IOException {
    // The magic holds the signature and the first chunk's length.
    if (ByteBuffer.wrap(magic).getInt(8) != IHDR_BYTES || data.readInt() != IHDR) {
      throw new IIOException("is not a PNG file inside: its header is not the first chunk");
    }
    Size size = ImageHeader.checkedSize(unsigned(data), unsigned(data));
    data.skipNBytes(IHDR_BYTES - 8 + CRC_BYTES);
    return new ImageHeader(Format.PNG, size, orientation(data));
  }

  private static Orientation orientation(DataInputStream data) throws IOException {
    Orientation orientation = Orientation.UPRIGHT;
    while (true) {
      long length = unsigned(data);
      int type = data.readInt();
      if (type == IEND) {
        data.skipNBytes(length + CRC_BYTES);
        return orientation;
      }
      if (type == EXIF && length <= LONGEST_EXIF_BYTES) {
        orientation = ExifOrientation.parse(data.readNBytes((int) length));
        length = 0;
      }
      data.skipNBytes(length + CRC_BYTES);
    }
  }

  private static long unsigned(DataInputStream data) throws IOException {
    return data.readInt() & 0xFFFFFFFFL;
  }
}
