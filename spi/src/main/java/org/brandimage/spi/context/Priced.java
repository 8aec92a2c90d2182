package org.brandimage.spi.context;

/**
 * The ability of a stage that costs money to say what a request would cost.
 *
 * @param <R> the stage's request
 */
public interface Priced<R> {
  /**
   * Returns the most a request would cost. Makes no call.
   *
   * @param request the request
   * @return an upper bound
   */
  Cost estimate(R request);
}
