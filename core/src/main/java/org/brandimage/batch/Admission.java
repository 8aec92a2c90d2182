package org.brandimage.batch;

import java.util.concurrent.TimeUnit;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.context.Cost;

/**
 * The decision whether a further brief of a batch may begin: there is a free place, and the sum
 * spent together with all that the briefs under way and this one may spend is within the budget.
 * Thread-safe.
 */
final class Admission {
  private static final long PAUSE_MILLIS = 250;

  private final int places;
  private final Cost cap;
  private final Cost perBrief;
  private Cost spent = Cost.NONE;
  private int underWay;
  private boolean stopped;

  /** An answer to a brief that is about to begin. */
  enum Answer {
    /** It may begin, and {@link #leave} has to be called when it has ended. */
    ENTERED,
    /** It can never begin: nothing is under way whose end could free a part of the budget. */
    NO_BUDGET,
    /** It cannot begin: the batch was cancelled. */
    STOPPED
  }

  /**
   * Creates the admission of a batch in which nothing is under way.
   *
   * @param places the largest number of briefs under way at once
   * @param batch the budget of the batch
   * @param brief the budget of one brief, limited wherever the batch's is
   */
  Admission(int places, Budget batch, Budget brief) {
    this.places = places;
    this.cap = batch.cap();
    this.perBrief = brief.cap();
  }

  /** Waits until a brief may begin, or is certain not to. */
  synchronized Answer enter() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (!stopped) {
      boolean affordable =
          fits(cap.units(), spent.units(), perBrief.units())
              && fits(cap.microUsd(), spent.microUsd(), perBrief.microUsd());
      if (affordable && underWay < places) {
        underWay++;
        return Answer.ENTERED;
      }
      if (!affordable && underWay == 0) {
        return Answer.NO_BUDGET;
      }
      wait();
    }
    return Answer.STOPPED;
  }

  private boolean fits(long cap, long spent, long perBrief) {
    return cap == Long.MAX_VALUE || perBrief <= Math.floorDiv(cap - spent, underWay + 1);
  }

  /** Counts what was spent before. */
  synchronized void count(Cost earlier) {
    spent = spent.plus(earlier);
  }

  /** Ends a brief that had entered. */
  synchronized void leave(Cost cost) {
    underWay--;
    spent = spent.plus(cost);
    notifyAll();
  }

  /** Waits a little, for a pipeline whose queue is full; less when a brief ends meanwhile. */
  synchronized void pause() throws InterruptedException {
    if (!stopped) {
      TimeUnit.MILLISECONDS.timedWait(this, PAUSE_MILLIS);
    }
  }

  /** Lets no further brief begin. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized boolean stopped() {
    return stopped;
  }

  /** Waits until no brief is under way. */
  synchronized void awaitNoneUnderWay() throws InterruptedException {
    while (underWay > 0) {
      wait();
    }
  }

  synchronized Cost spent() {
    return spent;
  }
}
