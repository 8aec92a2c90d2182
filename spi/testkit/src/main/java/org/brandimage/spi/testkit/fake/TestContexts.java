package org.brandimage.spi.testkit.fake;

import java.time.Duration;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;

/** Contexts for the states a run can be in. Each call gives a fresh one. */
public final class TestContexts {
  private TestContexts() {}

  /**
   * Returns a run under way with seed 0, no deadline and no budget.
   *
   * @return a fresh context
   */
  public static TestContext active() {
    return active(0);
  }

  /**
   * Returns a run under way with no deadline and no budget.
   *
   * @param seed from 0 to 2,147,483,646
   * @return a fresh context
   */
  public static TestContext active(long seed) {
    return new TestContext(seed, CostMeter.unlimited(), null);
  }

  /**
   * Returns a run that its caller has cancelled.
   *
   * @return a fresh context
   */
  public static TestContext cancelled() {
    TestContext context = active();
    context.cancel();
    return context;
  }

  /**
   * Returns a run whose deadline has passed.
   *
   * @return a fresh context
   */
  public static TestContext expired() {
    TestContext context = due(Duration.ofSeconds(1));
    context.advance(Duration.ofSeconds(1));
    return context;
  }

  /**
   * Returns a run under way with a deadline on a clock that only {@link TestContext#advance} moves.
   *
   * @param budget the time until the deadline
   * @return a fresh context
   */
  public static TestContext due(Duration budget) {
    return new TestContext(0, CostMeter.unlimited(), budget);
  }

  /**
   * Returns a run under way with a hard cap on its cost.
   *
   * @param cap the most the run may cost
   * @return a fresh context
   */
  public static TestContext capped(Cost cap) {
    return new TestContext(0, CostMeter.capped(cap), null);
  }
}
