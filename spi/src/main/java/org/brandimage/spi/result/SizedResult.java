package org.brandimage.spi.result;

/**
 * A result that knows about how much heap it keeps, so that a {@link ResultStore} on the heap can
 * stay within a bound. Results that do not say so are taken for small ones, such as texts.
 */
public interface SizedResult {
  /**
   * Returns about how much heap this result keeps alive, pixels and file bytes above all.
   *
   * @return bytes, at least 0; cheap, without opening a picture
   */
  long heapBytes();
}
