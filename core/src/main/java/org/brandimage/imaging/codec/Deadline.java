package org.brandimage.imaging.codec;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import javax.imageio.IIOException;

/**
 * The moment by which a picture must be decoded. It is asked wherever a decoder asks for input or
 * finishes a row, in the caller's own thread, so nothing is left running when it has passed. On a
 * busy machine a thread may wait longer for its turn than it works, and a good picture must not be
 * refused for that: once the time is up the thread's own processor time decides, where the platform
 * measures it, up to ten times the time allowed. Used by one thread.
 */
final class Deadline {
  private static final int MOST_WAITING = 10;
  private static final long UNKNOWN = -1;

  private final Duration allowed;
  private final long start = System.nanoTime();
  private final long worked = processorTime();

  private Deadline(Duration allowed) {
    this.allowed = allowed;
  }

  static Deadline in(Duration allowed) {
    return new Deadline(allowed);
  }

  void check() throws IIOException {
    long elapsed = System.nanoTime() - start;
    if (elapsed > allowed.toNanos() && hasHadItsTurn(elapsed)) {
      throw new IIOException(
          "takes longer to decode than the " + allowed.toMillis() + " ms allowed; save it again");
    }
  }

  private boolean hasHadItsTurn(long elapsed) {
    long now = processorTime();
    return now == UNKNOWN
        || worked == UNKNOWN
        || now - worked > allowed.toNanos()
        || elapsed / MOST_WAITING > allowed.toNanos();
  }

  /** Returns the thread's processor time in nanoseconds; a virtual thread has none of its own. */
  private static long processorTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try {
      return threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
          ? threads.getCurrentThreadCpuTime()
          : UNKNOWN;
    } catch (UnsupportedOperationException e) {
      return UNKNOWN;
    }
  }
}
