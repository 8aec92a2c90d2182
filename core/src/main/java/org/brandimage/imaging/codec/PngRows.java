package org.brandimage.imaging.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * A PNG file being written row by row, 8 bits a sample. Rows are filtered with Paeth's predictor
 * and coded in blocks of about 128 KB, each a data chunk of its own. Not thread-safe.
 */
final class PngRows {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int BLOCK_BYTES = 1 << 17;

  private final OutputStream out;
  private final int samples;
  private final int rowBytes;
  private final byte[] block;
  private final BitBuffer bits = new BitBuffer();
  private final RunDeflater deflater = new RunDeflater(bits);
  private byte[] row;
  private byte[] above;
  private int filled;

  /** Writes what comes before the rows. */
  PngRows(OutputStream out, PngLayout layout) throws IOException {
    this.out = out;
    this.samples = layout.samples();
    this.rowBytes = layout.rowBytes(layout.size().width());
    this.block = new byte[Math.max(BLOCK_BYTES, rowBytes + 1)];
    // One pixel of zeros in front spares the filter a special case for the first pixel.
    this.row = new byte[samples + rowBytes];
    this.above = new byte[samples + rowBytes];
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(layout.size().width()).putInt(layout.size().height());
    header.put((byte) 8).put((byte) layout.colourType());
    chunk("IHDR", header.array(), 13);
  }

  /** Returns the buffer of the next row; its samples begin at {@link #firstSample}. */
  byte[] buffer() {
    return row;
  }

  int firstSample() {
    return samples;
  }

  /** Writes the row in the buffer. */
  void next() throws IOException {
    if (filled + rowBytes + 1 > block.length) {
      deflater.block(block, filled, false);
      chunk("IDAT", bits.bytes(), bits.length());
      bits.clear();
      filled = 0;
    }
    block[filled++] = PngFilter.PAETH;
    PngFilter.applyPaeth(row, above, samples, block, filled);
    filled += rowBytes;
    byte[] done = row;
    row = above;
    above = done;
  }

  /** Writes what comes after the rows. */
  void finish() throws IOException {
    deflater.block(block, filled, true);
    chunk("IDAT", bits.bytes(), bits.length());
    chunk("IEND", new byte[0], 0);
  }

  private void chunk(String type, byte[] body, int length) throws IOException {
    byte[] head = new byte[8];
    ByteBuffer.wrap(head).putInt(length);
    for (int i = 0; i < 4; i++) {
      head[4 + i] = (byte) type.charAt(i);
    }
    CRC32 crc = new CRC32();
    crc.update(head, 4, 4);
    crc.update(body, 0, length);
    out.write(head);
    out.write(body, 0, length);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
