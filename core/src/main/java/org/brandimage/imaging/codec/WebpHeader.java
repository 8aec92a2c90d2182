package org.brandimage.imaging.codec;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.IIOException;
import org.brandimage.spi.image.EncodedImage.Format;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;

/**
 * Walks a WebP's chunks for the canvas, the bitstream's own size and an Exif block (RFC 9649,
 * sections 2.5 to 2.7; RFC 6386, section 9.1). Both sizes must agree, since a reader may allocate
 * by either. Animations are refused.
 */
final class WebpHeader {
  private static final int VP8 = 0x56503820;
  private static final int VP8L = 0x5650384C;
  private static final int VP8X = 0x56503858;
  private static final int ANIM = 0x414E494D;
  private static final int ANMF = 0x414E4D46;
  private static final int EXIF = 0x45584946;
  private static final int ANIMATION_FLAG = 0x02;
  private static final int LOSSLESS_MARK = 0x2F;
  private static final int KEY_FRAME_CODE = 0x9D012A;
  private static final int LONGEST_EXIF_BYTES = 65_536;

  private final DataInputStream data;
  private @Nullable Size canvas;
  private @Nullable Size picture;
  private Orientation orientation = Orientation.UPRIGHT;

  private WebpHeader(DataInputStream data) {
    this.data = data;
  }

  /** Parses what follows the 12 bytes of the RIFF header. */
  static ImageHeader parse(DataInputStream data) throws IOException {
    return new WebpHeader(data).parse();
  }

  private ImageHeader parse() throws IOException {
    boolean more = true;
    while (more) {
      more = chunk();
    }
    if (picture == null) {
      throw new IIOException("holds no picture: it has no bitstream");
    }
    if (canvas != null && !canvas.equals(picture)) {
      throw new IIOException(
          "is damaged: its canvas is " + canvas + " but its bitstream " + picture);
    }
    return new ImageHeader(Format.WEBP, picture, orientation);
  }

  /** Reads one chunk; false at the end of the file, which only counts between two chunks. */
  private boolean chunk() throws IOException {
    int first = data.read();
    if (first < 0) {
      return false;
    }
    int type = first << 24 | data.readUnsignedShort() << 8 | data.readUnsignedByte();
    long length = Integer.reverseBytes(data.readInt()) & 0xFFFFFFFFL;
    long taken =
        switch (type) {
          case VP8X -> canvas(length);
          case VP8 -> lossy(length);
          case VP8L -> lossless(length);
          case ANIM, ANMF -> throw animated();
          case EXIF -> exif(length);
          default -> 0;
        };
    skipPadded(length, taken);
    return true;
  }

  /** Skips the rest of a chunk; the padding byte of the last one is often left out. */
  private void skipPadded(long length, long taken) throws IOException {
    data.skipNBytes(length - taken);
    if (length % 2 == 1) {
      data.read();
    }
  }

  private long canvas(long length) throws IOException {
    atLeast(length, 10);
    if ((data.readUnsignedByte() & ANIMATION_FLAG) != 0) {
      throw animated();
    }
    data.skipNBytes(3);
    canvas = ImageHeader.checkedSize(littleEndian24() + 1L, littleEndian24() + 1L);
    return 10;
  }

  private long lossy(long length) throws IOException {
    atLeast(length, 10);
    int tag = littleEndian24();
    int code = data.readUnsignedShort() << 8 | data.readUnsignedByte();
    if ((tag & 1) != 0 || code != KEY_FRAME_CODE) {
      throw new IIOException("is damaged: its bitstream does not begin with a key frame");
    }
    int width = Short.reverseBytes(data.readShort()) & 0x3FFF;
    int height = Short.reverseBytes(data.readShort()) & 0x3FFF;
    found(ImageHeader.checkedSize(width, height));
    return 10;
  }

  private long lossless(long length) throws IOException {
    atLeast(length, 5);
    if (data.readUnsignedByte() != LOSSLESS_MARK) {
      throw new IIOException("is damaged: its lossless bitstream has no signature");
    }
    int bits = Integer.reverseBytes(data.readInt());
    found(ImageHeader.checkedSize((bits & 0x3FFF) + 1L, (bits >>> 14 & 0x3FFF) + 1L));
    return 5;
  }

  private long exif(long length) throws IOException {
    if (length > LONGEST_EXIF_BYTES) {
      return 0;
    }
    byte[] block = new byte[(int) length];
    data.readFully(block);
    orientation = ExifOrientation.parse(block);
    return length;
  }

  private void found(Size size) throws IIOException {
    if (picture != null) {
      throw new IIOException("is damaged: it has two bitstreams");
    }
    picture = size;
  }

  private int littleEndian24() throws IOException {
    return data.readUnsignedByte() | data.readUnsignedByte() << 8 | data.readUnsignedByte() << 16;
  }

  private static void atLeast(long length, int needed) throws EOFException {
    if (length < needed) {
      throw new EOFException();
    }
  }

  private static IIOException animated() {
    return new IIOException("is an animation; export one frame as PNG, JPEG or still WebP");
  }
}
