package org.brandimage.spi.error;

/**
 * A run that was not accepted because as many runs wait as may wait. Nothing of it was done; the
 * same request may succeed later.
 */
public final class QueueFullException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  private final int capacity;

  /**
   * Creates the error.
   *
   * @param running how many runs are under way at once
   * @param capacity how many may wait
   */
  public QueueFullException(int running, int capacity) {
    super(
        "the pipeline has "
            + running
            + " runs under way and "
            + capacity
            + " waiting - ask again later, or raise concurrentRuns or queueCapacity");
    this.capacity = capacity;
  }

  /** {@return how many runs may wait} */
  public int capacity() {
    return capacity;
  }
}
