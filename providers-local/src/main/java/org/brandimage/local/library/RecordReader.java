package org.brandimage.local.library;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the fields of a record whose checksum was right. Used by one thread for one record. */
final class RecordReader {
  private final ByteBuffer bytes;

  RecordReader(byte[] record) {
    this.bytes = ByteBuffer.wrap(record);
  }

  String text() {
    byte[] utf8 = new byte[bytes.getInt()];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  int number() {
    return bytes.getInt();
  }

  boolean hasMore() {
    return bytes.hasRemaining();
  }

  double real() {
    return bytes.getDouble();
  }
}
