package org.brandimage.spi.context;

import java.util.Objects;
import org.brandimage.spi.error.BudgetExceededException;
import org.jspecify.annotations.Nullable;

/**
 * A meter that every paid call is reserved on before it is made and settled on after. Reservations
 * count against the cap, so the cap is never exceeded, whatever the number of threads. Thread-safe.
 */
public final class CostMeter {
  private final Cost cap;
  private final @Nullable CostMeter whole;
  private long uncancelled;
  private Cost spent = Cost.NONE;
  private Cost reserved = Cost.NONE;

  private CostMeter(Cost cap, @Nullable CostMeter whole) {
    this.cap = Objects.requireNonNull(cap, "cap");
    this.whole = whole;
  }

  /**
   * Returns a meter that only counts.
   *
   * @return a fresh meter
   */
  public static CostMeter unlimited() {
    return new CostMeter(new Cost(Long.MAX_VALUE, Long.MAX_VALUE), null);
  }

  /**
   * Returns a meter with a hard cap.
   *
   * @param cap the most units and the most money; {@link Long#MAX_VALUE} for no limit
   * @return a fresh meter
   */
  public static CostMeter capped(Cost cap) {
    return new CostMeter(cap, null);
  }

  /**
   * Returns a meter of a part of the work: what is reserved and settled on it counts here too, and
   * this meter's cap holds for both.
   *
   * @return a fresh meter
   */
  public CostMeter part() {
    return new CostMeter(new Cost(Long.MAX_VALUE, Long.MAX_VALUE), this);
  }

  /**
   * Reserves the cost of a call that is about to be made. A call that costs nothing always fits,
   * even when a call before it has cost more than was reserved for it.
   *
   * @param estimate the most the call may cost
   * @return a reservation to settle or release exactly once
   * @throws BudgetExceededException when the cap would be passed; nothing is reserved then
   */
  public synchronized Reservation reserve(Cost estimate) {
    Objects.requireNonNull(estimate, "estimate");
    Cost taken = spent.plus(reserved);
    if (estimate.units() > Math.max(0, cap.units() - taken.units())) {
      throw exceeded("paid units", cap.units(), taken.units(), estimate.units());
    }
    if (estimate.microUsd() > Math.max(0, cap.microUsd() - taken.microUsd())) {
      throw exceeded(
          "millionths of a dollar", cap.microUsd(), taken.microUsd(), estimate.microUsd());
    }
    Reservation inWhole = whole == null ? null : whole.reserve(estimate);
    reserved = reserved.plus(estimate);
    uncancelled++;
    return new Reservation(estimate, inWhole);
  }

  /**
   * Returns what settled calls have cost.
   *
   * @return the sum
   */
  public synchronized Cost spent() {
    return spent;
  }

  /**
   * Returns what is reserved for calls under way.
   *
   * @return the sum
   */
  public synchronized Cost reserved() {
    return reserved;
  }

  /**
   * Tells whether a call that was reserved here may have been executed: all may that were not
   * {@linkplain Reservation#cancel cancelled}.
   *
   * @return whether there is such a call
   */
  public synchronized boolean mayHaveBought() {
    return uncancelled > 0;
  }

  private static BudgetExceededException exceeded(String unit, long cap, long taken, long asked) {
    return new BudgetExceededException(
        "budget: "
            + cap
            + " "
            + unit
            + " - "
            + taken
            + " are spent or reserved and the next call needs "
            + asked
            + "; raise the budget or ask for fewer candidates");
  }

  /** A part of the budget set aside for one call. */
  public final class Reservation implements AutoCloseable {
    private final Cost estimate;
    private final @Nullable Reservation inWhole;
    private boolean open = true;

    private Reservation(Cost estimate, @Nullable Reservation inWhole) {
      this.estimate = estimate;
      this.inWhole = inWhole;
    }

    /**
     * Books what the call has really cost and ends the reservation.
     *
     * @param actual the real cost; it is booked even when it is above the estimate
     * @throws IllegalStateException when it was ended before
     */
    public void settle(Cost actual) {
      Objects.requireNonNull(actual, "actual");
      synchronized (CostMeter.this) {
        if (!open) {
          throw new IllegalStateException("reservation was ended before");
        }
        release();
        spent = spent.plus(actual);
        if (inWhole != null) {
          inWhole.settle(actual);
        }
      }
    }

    /**
     * Ends the reservation of a call that surely was not executed, so that an equal request may be
     * made anew; does nothing when it was ended before.
     */
    public void cancel() {
      synchronized (CostMeter.this) {
        if (open) {
          release();
          uncancelled--;
          if (inWhole != null) {
            inWhole.cancel();
          }
        }
      }
    }

    /**
     * Ends the reservation without cost; does nothing when it was ended before. The call may have
     * been executed for all the meter knows: {@link #cancel} says that it was not.
     */
    @Override
    public void close() {
      synchronized (CostMeter.this) {
        if (open) {
          release();
          if (inWhole != null) {
            inWhole.close();
          }
        }
      }
    }

    private void release() {
      open = false;
      reserved =
          new Cost(reserved.units() - estimate.units(), reserved.microUsd() - estimate.microUsd());
    }
  }
}
