package org.brandimage.spi.result;

/**
 * A result that reports approximately how much heap it occupies, so that a {@link ResultStore} on
 * the heap can stay within a bound. Other results are assumed to be small, such as texts.
 */
public interface SizedResult {
  /**
   * Returns about how much heap this result keeps alive, pixels and file bytes above all.
   *
   * @return bytes, at least 0; cheap, without opening a picture
   */
  long heapBytes();
}
