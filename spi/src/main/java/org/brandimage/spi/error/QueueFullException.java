package org.brandimage.spi.error;

/**
 * The error of a run that was not accepted because the queue of waiting runs is full. No part of it
 * was executed, and the same request may succeed later.
 */
public final class QueueFullException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  private final int capacity;

  /**
   * Creates the error.
   *
   * @param running the number of runs under way
   * @param capacity the number of runs that may wait
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

  /** {@return the number of runs that may wait} */
  public int capacity() {
    return capacity;
  }
}
