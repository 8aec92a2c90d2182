package org.brandimage.store;

import static org.brandimage.store.Journal.FRAME;
import static org.brandimage.store.Journal.HEADER;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.brandimage.spi.error.ResultStoreException;

/**
 * One reading of a journal from its beginning. It tells a record that was cut off while it was
 * written from a record that was damaged later: the first is only found at the end of the file, is
 * longer than what is left of it, and what is there of it does not have its checksum. A disk that
 * lost its power may also leave zeros at the end.
 */
final class JournalScan {
  /** Far beyond any record: the words of one result. */
  private static final long LONGEST_TAIL = 64L << 20;

  private final Path file;
  private final FileChannel channel;
  private final long size;

  private JournalScan(Path file, FileChannel channel, long size) {
    this.file = file;
    this.channel = channel;
    this.size = size;
  }

  static JournalScan of(Path file, FileChannel channel) throws IOException {
    return new JournalScan(file, channel, channel.size());
  }

  /**
   * Hands over the records in their order.
   *
   * @return where the next record is to be written; 0 for a file without a header
   */
  long read(BiConsumer<Journal.Position, byte[]> records) throws IOException {
    if (!hasHeader()) {
      return 0;
    }
    long at = HEADER;
    while (at < size) {
      byte[] content = recordAt(at);
      if (content.length == 0) {
        requireTorn(at);
        return at;
      }
      records.accept(new Journal.Position(at + FRAME, content.length), content);
      at += FRAME + content.length;
    }
    return at;
  }

  private boolean hasHeader() throws IOException {
    if (size < HEADER) {
      ByteBuffer whole = ByteBuffer.allocate(HEADER).putInt(Journal.MAGIC).putInt(Journal.VERSION);
      byte[] there = Journal.readFully(channel, 0, (int) size);
      if (!ByteBuffer.wrap(there).equals(whole.flip().slice(0, there.length))) {
        throw damaged(0);
      }
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(Journal.readFully(channel, 0, HEADER));
    if (header.getInt() != Journal.MAGIC) {
      throw new ResultStoreException(
          "result store " + file + ": is no journal of results - give another folder", null);
    }
    int version = header.getInt();
    if (version != Journal.VERSION) {
      throw new ResultStoreException(
          "result store "
              + file
              + ": has version "
              + version
              + ", this library reads version "
              + Journal.VERSION
              + " - use the library that has written it, or another folder",
          null);
    }
    return true;
  }

  /** Returns the content of the record at an offset, empty when there is no whole one. */
  private byte[] recordAt(long at) throws IOException {
    if (size - at < FRAME) {
      return new byte[0];
    }
    ByteBuffer frame = ByteBuffer.wrap(Journal.readFully(channel, at, FRAME));
    int length = frame.getInt();
    int checksum = frame.getInt();
    if (length <= 0 || length > size - at - FRAME) {
      return new byte[0];
    }
    byte[] content = Journal.readFully(channel, at + FRAME, length);
    return Journal.checksum(content, length) == checksum ? content : new byte[0];
  }

  private void requireTorn(long at) throws IOException {
    if (size - at > LONGEST_TAIL) {
      throw damaged(at);
    }
    byte[] rest = Journal.readFully(channel, at, Math.toIntExact(size - at));
    if (isZero(rest) || rest.length < FRAME) {
      return;
    }
    ByteBuffer frame = ByteBuffer.wrap(rest);
    int length = frame.getInt();
    int checksum = frame.getInt();
    byte[] content = Arrays.copyOfRange(rest, FRAME, rest.length);
    boolean cutOff = length > content.length;
    boolean whole = Journal.checksum(content, content.length) == checksum;
    if (!cutOff || whole || recordFollows(at)) {
      throw damaged(at);
    }
  }

  /** Tells whether a whole record begins anywhere after an offset. */
  private boolean recordFollows(long at) throws IOException {
    byte[] rest = Journal.readFully(channel, at, Math.toIntExact(size - at));
    ByteBuffer bytes = ByteBuffer.wrap(rest);
    for (int i = 1; i + FRAME < rest.length; i++) {
      int length = bytes.getInt(i);
      // Every record is a JSON object, so few places are worth a checksum.
      if (length > 0
          && length <= rest.length - i - FRAME
          && rest[i + FRAME] == '{'
          && recordAt(at + i).length > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private ResultStoreException damaged(long at) {
    return new ResultStoreException(
        "result store "
            + file
            + ": is damaged at byte "
            + at
            + " of "
            + size
            + " - restore it from a copy, or give another folder; nothing was changed",
        null);
  }
}
