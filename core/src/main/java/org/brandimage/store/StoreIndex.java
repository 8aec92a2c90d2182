package org.brandimage.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimRequest.OnLost;
import org.brandimage.spi.result.ClaimToken;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a journal amount to: the state of each key, where its result stands, and
 * which blobs are needed. Results themselves stay in the file. Not thread-safe.
 */
final class StoreIndex {
  /** The state of a key. */
  enum State {
    IN_FLIGHT,
    UNKNOWN,
    GIVEN_UP,
    DONE,
    FREE
  }

  /** What is known of a key. */
  static final class Entry {
    private final ClaimRequest request;
    private final long token;
    private final long at;
    private State state;
    private Journal.@Nullable Position position;
    private Map<String, Long> blobs = Map.of();

    private Entry(ClaimRequest request, long token, long at, State state) {
      this.request = request;
      this.token = token;
      this.at = at;
      this.state = state;
    }

    ClaimRequest request() {
      return request;
    }

    State state() {
      return state;
    }

    /** Returns when the key was claimed, or for a result when it came. */
    long at() {
      return at;
    }

    /** Returns the claim; there is none when a person has supplied the result. */
    @Nullable ClaimToken token() {
      return token == 0 ? null : new ClaimToken(request.key(), token);
    }

    /** Returns where the record of the result stands. */
    Journal.Position position() {
      return Objects.requireNonNull(position, "only a result has a position");
    }

    void moveTo(Journal.Position moved) {
      position = moved;
    }

    private long bytes() {
      long sum = position == null ? 0 : position.length();
      for (long length : blobs.values()) {
        sum += length;
      }
      return sum;
    }
  }

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> references = new HashMap<>();
  private long lastToken;
  private long resultBytes;
  private long journalBytes;
  private Cost surplus = Cost.NONE;

  @Nullable Entry get(String key) {
    Entry entry = entries.get(key);
    return entry == null || entry.state == State.FREE ? null : entry;
  }

  /** Returns a key's entry, also when it is free. */
  @Nullable Entry last(String key) {
    return entries.get(key);
  }

  long lastToken() {
    return lastToken;
  }

  Cost surplus() {
    return surplus;
  }

  /** Returns how many bytes the results and their blobs have. */
  long resultBytes() {
    return resultBytes;
  }

  /** Returns how many bytes of the journal are the records of results. */
  long journalBytes() {
    return journalBytes;
  }

  /** Returns all that is known, oldest first. */
  Collection<Entry> entries() {
    return entries.values().stream().filter(entry -> entry.state != State.FREE).toList();
  }

  /** Returns the claims of unknown outcome, oldest first. */
  List<Entry> unresolved() {
    return entries.values().stream()
        .filter(entry -> entry.state == State.UNKNOWN || entry.state == State.GIVEN_UP)
        .sorted(Comparator.comparingLong(entry -> entry.token))
        .toList();
  }

  /** Returns the blobs that results need. */
  Set<String> blobs() {
    return Set.copyOf(references.keySet());
  }

  /** Ends the claims whose owner is gone. */
  void endLost() {
    for (Entry entry : entries.values()) {
      if (entry.state == State.IN_FLIGHT) {
        entry.state = entry.request.onLost() == OnLost.REBUY ? State.FREE : State.UNKNOWN;
      }
    }
    entries.values().removeIf(entry -> entry.state == State.FREE);
  }

  /**
   * Takes note of a record.
   *
   * @return the blobs that are no longer needed
   */
  List<String> apply(JournalRecord change, Journal.Position position) {
    lastToken = Math.max(lastToken, change.token());
    switch (change.op()) {
      case CLAIM -> put(change, State.IN_FLIGHT);
      case DONE -> {
        return done(change, position);
      }
      case UNKNOWN -> require(change).state = State.UNKNOWN;
      case GIVEN_UP -> require(change).state = State.GIVEN_UP;
      case FREE -> require(change).state = State.FREE;
      case FORGET -> {
        Entry removed = entries.remove(change.key());
        return removed == null ? List.of() : release(removed);
      }
      case SURPLUS, COUNTER ->
          surplus = surplus.plus(Objects.requireNonNullElse(change.cost(), Cost.NONE));
    }
    return List.of();
  }

  private List<String> done(JournalRecord change, Journal.Position position) {
    Entry before = entries.get(change.key());
    Entry entry = put(change, State.DONE);
    entry.position = position;
    entry.blobs = Map.copyOf(Objects.requireNonNullElse(change.blobs(), Map.of()));
    entry.blobs.keySet().forEach(blob -> references.merge(blob, 1, Integer::sum));
    resultBytes += entry.bytes();
    journalBytes += Journal.FRAME + position.length();
    return before == null || before.state != State.DONE ? List.of() : release(before);
  }

  private Entry put(JournalRecord change, State state) {
    if (change.claim() == null) {
      throw foreign(change);
    }
    Entry entry =
        new Entry(change.claim().toRequest(change.key()), change.token(), change.at(), state);
    entries.remove(change.key());
    entries.put(change.key(), entry);
    return entry;
  }

  private Entry require(JournalRecord change) {
    Entry entry = entries.get(change.key());
    if (entry == null) {
      throw foreign(change);
    }
    return entry;
  }

  private List<String> release(Entry entry) {
    resultBytes -= entry.bytes();
    journalBytes -= entry.position == null ? 0 : Journal.FRAME + entry.position.length();
    return entry.blobs.keySet().stream()
        .filter(blob -> references.merge(blob, -1, (a, b) -> a + b == 0 ? null : a + b) == null)
        .toList();
  }

  private static ResultStoreException foreign(JournalRecord change) {
    return new ResultStoreException(
        "result store: the record "
            + change.op()
            + " of key "
            + change.key()
            + " has no claim before it - restore the journal from a copy",
        null);
  }
}
