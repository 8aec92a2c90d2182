package org.brandimage.spi.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.result.Claim.Status;
import org.jspecify.annotations.Nullable;

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
  private final Map<String, Open> open = new HashMap<>();

  /** In the order of their last use. */
  private final Map<String, Finished> finished = new LinkedHashMap<>(16, 0.75f, true);

  private long lastToken;
  private long bytes;

  /** A claim in flight, of unknown outcome, or given up. */
  private record Open(ClaimRequest request, ClaimToken token, Instant at, Status status) {
    Open with(Status status) {
      return new Open(request, token, at, status);
    }
  }

  /** A result; its token is null when it was supplied by a person. */
  private record Finished(PaidResult result, @Nullable ClaimToken token, long bytes) {}

  InMemoryResultStore(long maxBytes) {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("maxBytes must be at least 0: " + maxBytes);
    }
    this.maxBytes = maxBytes;
  }

  @Override
  public synchronized Claim claim(ClaimRequest request) {
    Finished done = finished.get(request.key());
    if (done != null) {
      return Claim.done(done.result());
    }
    Open known = open.get(request.key());
    if (known == null) {
      lastToken++;
      ClaimToken token = new ClaimToken(request.key(), lastToken);
      open.put(request.key(), new Open(request, token, Instant.now(), Status.IN_FLIGHT));
      return Claim.granted(token);
    }
    boolean same = known.request().nonce().equals(request.nonce());
    return same && known.status() == Status.IN_FLIGHT
        ? Claim.granted(known.token())
        : Claim.of(known.status());
  }

  @Override
  public synchronized Completion complete(ClaimToken token, PaidResult result) {
    Objects.requireNonNull(result, "result");
    requireIssued(token);
    Open known = open.get(token.key());
    Finished done = finished.get(token.key());
    if (done != null) {
      return token.equals(done.token()) ? Completion.STORED : Completion.SURPLUS;
    }
    if (known != null && !known.token().equals(token)) {
      return Completion.SURPLUS;
    }
    finish(token.key(), token, result);
    return known != null && known.status() == Status.IN_FLIGHT
        ? Completion.STORED
        : Completion.STORED_LATE;
  }

  @Override
  public synchronized void abandon(ClaimToken token, Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    requireIssued(token);
    Open known = open.get(token.key());
    if (known == null || !known.token().equals(token) || known.status() != Status.IN_FLIGHT) {
      return;
    }
    if (outcome == Outcome.UNKNOWN) {
      open.put(token.key(), known.with(Status.UNKNOWN));
    } else {
      open.remove(token.key());
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

  @Override
  public synchronized Optional<PaidResult> find(String key) {
    return Optional.ofNullable(finished.get(Objects.requireNonNull(key, "key")))
        .map(Finished::result);
  }

  @Override
  public synchronized List<UnresolvedClaim> unresolved() {
    return open.values().stream()
        .filter(claim -> claim.status() != Status.IN_FLIGHT)
        .sorted(Comparator.comparingLong(claim -> claim.token().number()))
        .map(
            claim ->
                new UnresolvedClaim(
                    claim.request(), claim.token(), claim.at(), claim.status() == Status.GIVEN_UP))
        .toList();
  }

  @Override
  public synchronized void resolve(String key, Resolution resolution) {
    Objects.requireNonNull(resolution, "resolution");
    Open known = open.get(Objects.requireNonNull(key, "key"));
    if (known == null || known.status() == Status.IN_FLIGHT) {
      throw new IllegalArgumentException("key has no unknown outcome: " + key);
    }
    if (resolution.equals(Resolution.GIVE_UP)) {
      open.put(key, known.with(Status.GIVEN_UP));
    } else {
      resolution
          .result()
          .ifPresentOrElse(result -> finish(key, null, result), () -> open.remove(key));
    }
  }

  private void finish(String key, @Nullable ClaimToken token, PaidResult result) {
    open.remove(key);
    Finished done = new Finished(result, token, ENTRY_BYTES + bytesOf(result.value()));
    finished.put(key, done);
    bytes += done.bytes();
    forgetOldest();
    notifyAll();
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

  private void requireIssued(ClaimToken token) {
    if (token.number() > lastToken) {
      throw new IllegalArgumentException("token was not given out by this store: " + token);
    }
  }

  private boolean inFlight(String key) {
    Open known = open.get(Objects.requireNonNull(key, "key"));
    return known != null && known.status() == Status.IN_FLIGHT;
  }

  @Override
  public synchronized String toString() {
    int entries = open.size() + finished.size();
    return "ResultStore[in memory, " + entries + " entries, " + bytes + " of " + maxBytes + " B]";
  }
}
