package org.brandimage.spi.result;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.result.Claim.Status;

/**
 * A {@link ResultStore} in a map, bounded by the bytes of its finished results. When they pass the
 * bound, those used longest ago are forgotten, but never the one that came last: others may be
 * waiting for it. Claims in flight and unknown outcomes are kept, since forgetting them would buy
 * twice. One monitor guards it all: every request behind it is far slower.
 */
final class InMemoryResultStore implements ResultStore {
  /** What an entry takes beside its result: a key of 64 characters, map entry and claim. */
  private static final long ENTRY_BYTES = 512;

  /** A generous text: the results that do not say their size are words and numbers. */
  private static final long SMALL_RESULT_BYTES = 4096;

  /** Far beyond any run, and well within the range of nanoseconds in a long. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final long maxBytes;
  private final Map<String, Claim> open = new HashMap<>();

  /** In the order of their last use. */
  private final Map<String, Finished> finished = new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;

  private record Finished(Claim claim, long bytes) {}

  InMemoryResultStore(long maxBytes) {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("maxBytes must be at least 0: " + maxBytes);
    }
    this.maxBytes = maxBytes;
  }

  @Override
  public synchronized Claim claim(String key) {
    Finished done = finished.get(Objects.requireNonNull(key, "key"));
    if (done != null) {
      return done.claim();
    }
    Claim known = open.putIfAbsent(key, Claim.of(Status.IN_FLIGHT));
    return known == null ? Claim.of(Status.NEW) : known;
  }

  @Override
  public synchronized void complete(String key, Object result) {
    requireInFlight(key);
    Finished done = new Finished(Claim.done(result), ENTRY_BYTES + bytesOf(result));
    open.remove(key);
    finished.put(key, done);
    bytes += done.bytes();
    forgetOldest();
    notifyAll();
  }

  @Override
  public synchronized void abandon(String key, Outcome outcome) {
    requireInFlight(key);
    if (Objects.requireNonNull(outcome, "outcome") == Outcome.UNKNOWN) {
      open.put(key, Claim.of(Status.UNKNOWN));
    } else {
      open.remove(key);
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

  private void forgetOldest() {
    Iterator<Finished> oldest = finished.values().iterator();
    for (int left = finished.size(); left > 1 && bytes > maxBytes; left--) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  private static long bytesOf(Object result) {
    return result instanceof SizedResult sized ? sized.heapBytes() : SMALL_RESULT_BYTES;
  }

  private void requireInFlight(String key) {
    if (!inFlight(key)) {
      throw new IllegalStateException("key is not claimed: " + key);
    }
  }

  private boolean inFlight(String key) {
    Claim known = open.get(Objects.requireNonNull(key, "key"));
    return known != null && known.status() == Status.IN_FLIGHT;
  }

  @Override
  public synchronized String toString() {
    int entries = open.size() + finished.size();
    return "ResultStore[in memory, " + entries + " entries, " + bytes + " of " + maxBytes + " B]";
  }
}
