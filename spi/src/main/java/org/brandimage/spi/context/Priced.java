package org.brandimage.spi.context;

import java.util.Set;

/**
 * A stage that costs money and can report what a request would cost.
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

  /**
   * Returns the models whose price in money is not known, so that an estimate counts their units
   * only. A pipeline with a budget in money refuses a stage that has any.
   *
   * @return model ids; empty when every price is known
   */
  default Set<String> unpricedModels() {
    return Set.of();
  }
}
