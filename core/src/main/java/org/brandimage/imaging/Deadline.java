package org.brandimage.imaging;

import java.time.Duration;
import javax.imageio.IIOException;

/**
 * The moment by which a picture must be decoded. It is asked wherever a decoder asks for input or
 * finishes a row, in the caller's own thread, so nothing is left running when it has passed.
 */
final class Deadline {
  private final Duration allowed;
  private final long start = System.nanoTime();

  private Deadline(Duration allowed) {
    this.allowed = allowed;
  }

  static Deadline in(Duration allowed) {
    return new Deadline(allowed);
  }

  void check() throws IIOException {
    if (System.nanoTime() - start > allowed.toNanos()) {
      throw new IIOException(
          "takes longer to decode than the " + allowed.toMillis() + " ms allowed; save it again");
    }
  }
}
