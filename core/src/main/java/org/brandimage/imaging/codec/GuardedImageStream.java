package org.brandimage.imaging.codec;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The input of a third-party image reader. It ends a reader that keeps asking beyond the end of the
 * file (some do so for ever on a truncated or lying file) and one that takes too long. Reads
 * through a small buffer, so the file's bytes are not copied. Not thread-safe.
 */
final class GuardedImageStream extends ImageInputStreamImpl {
  private static final int BUFFER_BYTES = 8192;
  private static final int READS_PAST_END = 64;
  private static final int READS_PER_CHECK = 256;

  private final InputStream source;
  private final long length;
  private final Deadline deadline;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long bufferStart;
  private int buffered;
  private int readsPastEnd;
  private int reads;

  /**
   * Creates a stream.
   *
   * @param source the file's bytes; {@code reset()} must lead back to the first one
   * @param length how many there are
   * @param deadline asked now and then
   */
  GuardedImageStream(InputStream source, long length, Deadline deadline) {
    this.source = source;
    this.length = length;
    this.deadline = deadline;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (!fill()) {
      return -1;
    }
    int value = buffer[(int) (streamPos - bufferStart)] & 0xFF;
    streamPos++;
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    bitOffset = 0;
    if (count == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int from = (int) (streamPos - bufferStart);
    int taken = Math.min(count, buffered - from);
    System.arraycopy(buffer, from, target, offset, taken);
    streamPos += taken;
    return taken;
  }

  @Override
  public long length() {
    return length;
  }

  /** Makes the byte at the current position available, or tells that there is none. */
  private boolean fill() throws IOException {
    checkClosed();
    if (++reads % READS_PER_CHECK == 0) {
      deadline.check();
    }
    if (streamPos >= bufferStart && streamPos < bufferStart + buffered) {
      return true;
    }
    if (streamPos >= length) {
      if (++readsPastEnd > READS_PAST_END) {
        throw new IIOException("ends early or is damaged; export it again");
      }
      return false;
    }
    deadline.check();
    source.reset();
    source.skipNBytes(streamPos);
    bufferStart = streamPos;
    buffered = source.readNBytes(buffer, 0, BUFFER_BYTES);
    return buffered > 0;
  }
}
