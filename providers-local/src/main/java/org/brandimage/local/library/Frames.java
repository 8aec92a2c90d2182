package org.brandimage.local.library;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Records in a file, each framed by its length and CRC-32C, so that torn and changed records are
 * detected.
 */
final class Frames {
  static final int HEAD = 2 * Integer.BYTES;
  private static final int LONGEST = 1 << 26;

  private Frames() {}

  static byte[] framed(byte[] record) {
    return ByteBuffer.allocate(HEAD + record.length)
        .putInt(record.length)
        .putInt(crc(record))
        .put(record)
        .array();
  }

  /** Reads the record at a place that is known to be good. */
  static byte[] at(MappedFile file, long offset) {
    byte[] head = new byte[HEAD];
    file.read(offset, head);
    byte[] record = new byte[ByteBuffer.wrap(head).getInt()];
    file.read(offset + HEAD, record);
    return record;
  }

  /**
   * Reads all records in order. After a damaged record, continues at the offset its length gives,
   * if that is plausible.
   *
   * @return the number of bytes up to the end of the last whole record
   */
  static long scan(MappedFile file, Visitor visitor) {
    byte[] head = new byte[HEAD];
    long good = 0;
    long at = 0;
    while (at + HEAD <= file.length()) {
      file.read(at, head);
      ByteBuffer fields = ByteBuffer.wrap(head);
      int length = fields.getInt();
      if (length < 0 || length > LONGEST || at + HEAD + length > file.length()) {
        visitor.damaged(at);
        return good;
      }
      byte[] record = new byte[length];
      file.read(at + HEAD, record);
      long next = at + HEAD + length;
      if (crc(record) == fields.getInt()) {
        visitor.record(at, record);
        good = next;
      } else {
        visitor.damaged(at);
      }
      at = next;
    }
    if (at < file.length()) {
      visitor.damaged(at);
    }
    return good;
  }

  static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }

  /** Takes what a scan finds. */
  interface Visitor {
    void record(long offset, byte[] record);

    void damaged(long offset);
  }
}
