package org.brandimage.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.brandimage.spi.error.ResultStoreException;

/**
 * A file that only grows: a header, then records of a length, a CRC-32C and as many bytes. An
 * appended record is on the disk when {@link #append} returns. A record that was cut off at the end
 * of the file, as by the end of the process that wrote it, was never acknowledged and is dropped;
 * any other damage is an error. Not thread-safe.
 */
final class Journal implements Closeable {
  /** The first bytes: a name, and the version of the format. */
  static final int MAGIC = 'B' << 24 | 'I' << 16 | 'R' << 8 | 'J';

  static final int VERSION = 1;
  static final int HEADER = 8;

  /** The bytes of a record before its content. */
  static final int FRAME = 8;

  /** Where the content of a record stands in the file. */
  record Position(long offset, int length) {}

  private final Path file;
  private final boolean writable;
  private FileChannel channel;
  private long end;
  private boolean broken;

  private Journal(Path file, FileChannel channel, boolean writable) {
    this.file = file;
    this.channel = channel;
    this.writable = writable;
  }

  /** Opens a journal and hands over its records in their order. */
  static Journal open(Path file, boolean writable, BiConsumer<Position, byte[]> records)
      throws IOException {
    FileChannel channel =
        writable
            ? FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)
            : FileChannel.open(file, StandardOpenOption.READ);
    try {
      Journal journal = new Journal(file, channel, writable);
      journal.end = JournalScan.of(file, channel).read(records);
      if (writable) {
        journal.start();
      }
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Cuts off what no writer has acknowledged, and gives an empty file its header. */
  private void start() throws IOException {
    if (end == 0) {
      channel.truncate(0);
      writeFully(channel, header(), 0);
      end = HEADER;
      channel.force(true);
      FolderBlobStore.force(file.toAbsolutePath().getParent());
    } else if (channel.size() > end) {
      channel.truncate(end);
      channel.force(true);
    }
  }

  /** Appends a record and forces it to the disk. */
  Position append(byte[] content) {
    if (!writable || broken) {
      String why = writable ? ": cannot be written to any more" : ": is open for reading only";
      throw new ResultStoreException("result store " + file + why + " - open it again", null);
    }
    try {
      writeFully(channel, frame(content), end);
      channel.force(false);
    } catch (IOException e) {
      undo();
      throw new ResultStoreException(
          "result store "
              + file
              + ": cannot be written to ("
              + e.getMessage()
              + ") - free space or mend its permissions, then run again",
          e);
    }
    Position position = new Position(end + FRAME, content.length);
    end += FRAME + content.length;
    return position;
  }

  private void undo() {
    try {
      channel.truncate(end);
    } catch (IOException e) {
      broken = true;
    }
  }

  byte[] read(Position position) {
    try {
      return readFully(channel, position.offset(), position.length());
    } catch (IOException e) {
      throw new ResultStoreException(
          "result store " + file + ": cannot be read (" + e.getMessage() + ") - check the disk", e);
    }
  }

  /** Returns the length of the file. */
  long length() {
    return end;
  }

  /** Writes a new file of the given records in place of this one; either file is whole. */
  void replace(Iterator<byte[]> records, BiConsumer<Position, Integer> places) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    FileChannel written =
        FileChannel.open(
            temporary,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING);
    long length = HEADER;
    try {
      writeFully(written, header(), 0);
      for (int i = 0; records.hasNext(); i++) {
        byte[] content = records.next();
        writeFully(written, frame(content), length);
        places.accept(new Position(length + FRAME, content.length), i);
        length += FRAME + content.length;
      }
      written.force(true);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      written.close();
      Files.deleteIfExists(temporary);
      throw e;
    }
    FolderBlobStore.force(file.toAbsolutePath().getParent());
    FileChannel before = channel;
    channel = written;
    end = length;
    before.close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static ByteBuffer header() {
    return ByteBuffer.allocate(HEADER).putInt(MAGIC).putInt(VERSION).flip();
  }

  private static ByteBuffer frame(byte[] content) {
    return ByteBuffer.allocate(FRAME + content.length)
        .putInt(content.length)
        .putInt(checksum(content, content.length))
        .put(content)
        .flip();
  }

  static int checksum(byte[] content, int length) {
    CRC32C crc = new CRC32C();
    crc.update(content, 0, length);
    return (int) crc.getValue();
  }

  private static void writeFully(FileChannel channel, ByteBuffer buffer, long offset)
      throws IOException {
    long at = offset;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }

  static byte[] readFully(FileChannel channel, long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, offset + buffer.position()) < 0) {
        throw new IOException("ends at " + (offset + buffer.position()));
      }
    }
    return buffer.array();
  }
}
