package org.brandimage.imaging.codec;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import javax.imageio.IIOException;

/**
 * The compressed pixels of a PNG: the contents of its consecutive data chunks as one stream, each
 * chunk's checksum verified as it ends (PNG third edition, sections 5.5 and 10.1).
 */
final class PngData extends InputStream {
  static final int IDAT = 0x49444154;

  private final DataInputStream data;
  private final CRC32 crc = new CRC32();
  private long remaining;
  private boolean ended;

  /**
   * Creates the stream.
   *
   * @param data just behind the first data chunk's type
   * @param length that chunk's length
   */
  PngData(DataInputStream data, long length) {
    this.data = data;
    begin(length);
  }

  private void begin(long length) {
    remaining = length;
    crc.reset();
    crc.update(new byte[] {'I', 'D', 'A', 'T'});
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    while (remaining == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int taken = (int) Math.min(count, remaining);
    data.readFully(target, offset, taken);
    crc.update(target, offset, taken);
    remaining -= taken;
    return taken;
  }

  private void nextChunk() throws IOException {
    if (data.readInt() != (int) crc.getValue()) {
      throw new IIOException("is damaged: the checksum of its pixels is wrong");
    }
    long length = data.readInt() & 0xFFFFFFFFL;
    if (data.readInt() == IDAT) {
      begin(length);
    } else {
      ended = true;
    }
  }
}
