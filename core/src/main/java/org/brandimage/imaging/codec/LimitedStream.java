package org.brandimage.imaging.codec;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.brandimage.spi.error.InvalidInputException;

/** A stream that refuses to be longer than a limit. Used by one thread. */
final class LimitedStream extends FilterInputStream {
  private final String name;
  private final long limit;
  private long count;

  LimitedStream(InputStream in, String name, long limit) {
    super(in);
    this.name = name;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    counted(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return counted(in.read(target, offset, length));
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = in.skip(bytes);
    counted((int) Math.min(skipped, Integer.MAX_VALUE));
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int counted(int read) {
    count += Math.max(0, read);
    if (count > limit) {
      throw new InvalidInputException(
          name, "more than " + limit + " bytes", "keep it at " + limit + " bytes at most");
    }
    return read;
  }
}
