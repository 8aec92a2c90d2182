package org.brandimage.spi.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;

/** The result of a paid call, with what it cost and when it was paid. Immutable. */
public final class PaidResult {
  private final Object value;
  private final Cost cost;
  private final List<CallRecord> calls;
  private final Instant paidAt;

  private PaidResult(Object value, Cost cost, List<CallRecord> calls, Instant paidAt) {
    this.value = Objects.requireNonNull(value, "value");
    this.cost = Objects.requireNonNull(cost, "cost");
    this.calls = List.copyOf(calls);
    this.paidAt = Objects.requireNonNull(paidAt, "paidAt");
  }

  /**
   * Returns a result with its bill.
   *
   * @param value the immutable result of the stage
   * @param cost what it cost
   * @param calls the calls to models that it took
   * @param paidAt when it came
   * @return the result
   */
  public static PaidResult of(Object value, Cost cost, List<CallRecord> calls, Instant paidAt) {
    return new PaidResult(value, cost, calls, paidAt);
  }

  /** {@return the result of the stage} */
  public Object value() {
    return value;
  }

  /** {@return what it cost} */
  public Cost cost() {
    return cost;
  }

  /** {@return the calls to models that it took} */
  public List<CallRecord> calls() {
    return calls;
  }

  /** {@return when it came} */
  public Instant paidAt() {
    return paidAt;
  }

  @Override
  public String toString() {
    return "PaidResult[" + value.getClass().getSimpleName() + ", " + cost + ", " + paidAt + "]";
  }
}
