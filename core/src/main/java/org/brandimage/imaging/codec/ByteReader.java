package org.brandimage.imaging.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a stream byte by byte from a buffer of its own; the platform's buffered streams take a lock
 * for each byte. Not thread-safe.
 */
final class ByteReader {
  private static final int BUFFER_BYTES = 8192;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int limit;

  ByteReader(InputStream in) {
    this.in = in;
  }

  int unsignedByte() throws IOException {
    if (at == limit) {
      fill();
    }
    return buffer[at++] & 0xFF;
  }

  int unsignedShort() throws IOException {
    int high = unsignedByte();
    return (high << 8) | unsignedByte();
  }

  void skip(int count) throws IOException {
    int left = count;
    while (left > 0) {
      if (at == limit) {
        fill();
      }
      int step = Math.min(left, limit - at);
      at += step;
      left -= step;
    }
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) unsignedByte();
    }
    return bytes;
  }

  private void fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
    if (limit == 0) {
      throw new EOFException();
    }
  }
}
