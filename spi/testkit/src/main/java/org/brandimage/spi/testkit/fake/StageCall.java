package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.context.StageContext;

/**
 * The one method every stage has, whatever its name: {@code ranker::rank} is a stage call.
 *
 * @param <Q> the request
 * @param <R> the result
 */
@FunctionalInterface
public interface StageCall<Q, R> {
  /**
   * Answers a request.
   *
   * @param request the request
   * @param context the run
   * @return the result
   * @throws InterruptedException when cancelled
   */
  R answer(Q request, StageContext context) throws InterruptedException;
}
