package org.brandimage.local.library;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The committed part of a file, mapped into memory: it takes address space and page cache, not
 * heap. Thread-safe. The file must not become shorter.
 */
final class MappedFile {
  private static final int CHUNK = 1 << 28;

  private final MappedByteBuffer[] chunks;
  private final FloatBuffer[] floats;
  private final long length;
  private final int chunk;

  private MappedFile(MappedByteBuffer[] chunks, FloatBuffer[] floats, long length, int chunk) {
    this.chunks = chunks;
    this.floats = floats;
    this.length = length;
    this.chunk = chunk;
  }

  /** Maps so many bytes in pieces that are multiples of a unit. */
  static MappedFile open(Path file, long length, int unit) throws IOException {
    int chunk = CHUNK - CHUNK % unit;
    int count = (int) ((length + chunk - 1) / chunk);
    MappedByteBuffer[] chunks = new MappedByteBuffer[count];
    FloatBuffer[] floats = new FloatBuffer[count];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < length) {
        throw new IOException(file + " has " + channel.size() + " of " + length + " bytes");
      }
      for (int i = 0; i < count; i++) {
        long from = (long) i * chunk;
        chunks[i] =
            channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(chunk, length - from));
        chunks[i].order(ByteOrder.LITTLE_ENDIAN);
        floats[i] = chunks[i].asFloatBuffer();
      }
    }
    return new MappedFile(chunks, floats, length, chunk);
  }

  long length() {
    return length;
  }

  void read(long from, byte[] target) {
    int done = 0;
    while (done < target.length) {
      long at = from + done;
      MappedByteBuffer piece = chunks[(int) (at / chunk)];
      int within = (int) (at % chunk);
      int count = Math.min(target.length - done, piece.limit() - within);
      piece.get(within, target, done, count);
      done += count;
    }
  }

  /** Reads a row of floats; the unit the file was opened with must be a multiple of it. */
  void readFloats(int row, float[] target) {
    long at = (long) row * target.length * Float.BYTES;
    floats[(int) (at / chunk)].get((int) (at % chunk) / Float.BYTES, target);
  }

  int crc(long from, long bytes) {
    CRC32C crc = new CRC32C();
    byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(1, bytes))];
    for (long done = 0; done < bytes; ) {
      int count = (int) Math.min(buffer.length, bytes - done);
      byte[] piece = count == buffer.length ? buffer : new byte[count];
      read(from + done, piece);
      crc.update(piece, 0, count);
      done += count;
    }
    return (int) crc.getValue();
  }
}
