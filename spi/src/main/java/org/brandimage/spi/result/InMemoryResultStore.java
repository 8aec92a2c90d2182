package org.brandimage.spi.result;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.result.Claim.Status;

/**
 * A {@link ResultStore} in a map; one monitor guards it, since every request behind it is far
 * slower.
 */
final class InMemoryResultStore implements ResultStore {
  /** Far beyond any run, and well within the range of nanoseconds in a long. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final Map<String, Claim> entries = new HashMap<>();

  @Override
  public synchronized Claim claim(String key) {
    Claim known = entries.get(Objects.requireNonNull(key, "key"));
    if (known != null) {
      return known;
    }
    entries.put(key, Claim.of(Status.IN_FLIGHT));
    return Claim.of(Status.NEW);
  }

  @Override
  public synchronized void complete(String key, Object result) {
    requireInFlight(key);
    entries.put(key, Claim.done(result));
    notifyAll();
  }

  @Override
  public synchronized void abandon(String key, Outcome outcome) {
    requireInFlight(key);
    if (Objects.requireNonNull(outcome, "outcome") == Outcome.UNKNOWN) {
      entries.put(key, Claim.of(Status.UNKNOWN));
    } else {
      entries.remove(key);
    }
    notifyAll();
  }

  @Override
  public synchronized void await(String key, Duration timeout) throws InterruptedException {
    Duration most = timeout.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : timeout;
    long end = System.nanoTime() + most.toNanos();
    while (inFlight(key)) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return;
      }
      wait(millis);
    }
  }

  private void requireInFlight(String key) {
    if (!inFlight(key)) {
      throw new IllegalStateException("key is not claimed: " + key);
    }
  }

  private boolean inFlight(String key) {
    Claim known = entries.get(Objects.requireNonNull(key, "key"));
    return known != null && known.status() == Status.IN_FLIGHT;
  }

  @Override
  public synchronized String toString() {
    return "ResultStore[in memory, " + entries.size() + " entries]";
  }
}
