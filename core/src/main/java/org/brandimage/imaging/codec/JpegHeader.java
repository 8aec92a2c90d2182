package org.brandimage.imaging.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import javax.imageio.IIOException;
import org.brandimage.spi.image.EncodedImage.Format;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;

/**
 * Walks a JPEG's segments: the frame header for the size, an APP1 segment for the orientation, and
 * on through the scans to the end marker (ITU-T T.81, annex B). The end marker matters because
 * decoders paint what a cut-off file lacks grey without an error. Baseline, extended and
 * progressive Huffman frames of 8 bits are let through; the reader supports no others.
 */
final class JpegHeader {
  private static final int SOF0 = 0xC0;
  private static final int SOF2 = 0xC2;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int SOF15 = 0xCF;
  private static final int RST0 = 0xD0;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int TEM = 0x01;

  /** Each scan of a progressive JPEG goes over all pixels; encoders write about ten. */
  private static final int MOST_SCANS = 500;

  private final ByteReader data;
  private @Nullable Size size;
  private Orientation orientation = Orientation.UPRIGHT;
  private int scans;

  private JpegHeader(ByteReader data) {
    this.data = data;
  }

  static ImageHeader parse(InputStream in, byte[] magic) throws IOException {
    ByteArrayInputStream start = new ByteArrayInputStream(magic, 2, magic.length - 2);
    return new JpegHeader(new ByteReader(new SequenceInputStream(start, in))).parse();
  }

  private ImageHeader parse() throws IOException {
    int marker = nextMarker();
    while (marker != EOI) {
      if (marker != TEM && (marker < RST0 || marker > SOI)) {
        segment(marker, data.unsignedShort() - 2);
      }
      marker = nextMarker();
    }
    if (size == null || scans == 0) {
      throw new IIOException("holds no picture: it has no frame or no scan");
    }
    return new ImageHeader(Format.JPEG, size, orientation);
  }

  /** Skips to the next marker as decoders do: anything before 0xFF and any number of 0xFF. */
  private int nextMarker() throws IOException {
    int marker = 0;
    while (marker == 0) {
      while (marker != 0xFF) {
        marker = data.unsignedByte();
      }
      while (marker == 0xFF) {
        marker = data.unsignedByte();
      }
    }
    return marker;
  }

  private void segment(int marker, int length) throws IOException {
    if (length < 0) {
      throw new IIOException("is damaged: a segment's length is below 2");
    }
    if (marker == SOS && ++scans > MOST_SCANS) {
      throw new IIOException("has more than " + MOST_SCANS + " scans; save it as a baseline JPEG");
    }
    if (isFrame(marker)) {
      frame(marker, length);
    } else if (marker == APP1 && orientation == Orientation.UPRIGHT) {
      byte[] block = data.bytes(length);
      orientation =
          ExifOrientation.hasPrefix(block) ? ExifOrientation.parse(block) : Orientation.UPRIGHT;
    } else {
      data.skip(length);
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  private void frame(int marker, int length) throws IOException {
    if (size != null) {
      throw new IIOException("is damaged: it has two frame headers");
    }
    if (marker > SOF2) {
      throw new IIOException(
          "is a JPEG of a rare kind (lossless, hierarchical or arithmetic, SOF"
              + (marker - SOF0)
              + "); save it as a baseline or progressive JPEG");
    }
    if (length < 6) {
      throw new IIOException("is damaged: its frame header is too short");
    }
    int precision = data.unsignedByte();
    int height = data.unsignedShort();
    int width = data.unsignedShort();
    int components = data.unsignedByte();
    if (precision != 8 || components == 2 || components == 0 || components > 4) {
      throw new IIOException(
          "is a JPEG of " + precision + " bits and " + components + " components; save it as RGB");
    }
    size = ImageHeader.checkedSize(width, height);
    data.skip(length - 6);
  }
}
