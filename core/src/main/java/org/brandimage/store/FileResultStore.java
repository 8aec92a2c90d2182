package org.brandimage.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.archive.PaidResultJson;
import org.brandimage.spi.error.ResultMissingException;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.result.Claim;
import org.brandimage.spi.result.Claim.Status;
import org.brandimage.spi.result.ClaimRequest;
import org.brandimage.spi.result.ClaimToken;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Resolution;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.result.UnresolvedClaim;
import org.brandimage.store.JournalRecord.Op;
import org.brandimage.store.StoreIndex.Entry;
import org.brandimage.store.StoreIndex.State;

/**
 * A result store in a folder, for one process at a time. A claim is on the disk before the call is
 * made, and a result before it is used; so whatever moment the process ends at, the next one finds
 * every result that had come. A call that was under way then is of unknown outcome when it gives
 * pictures, and is made again when it gives words, unless its claim says otherwise.
 *
 * <pre>{@code
 * try (FileResultStore results = FileResultStore.open(Path.of("results"));
 *     BrandImagePipeline pipeline =
 *         BrandImagePipeline.builder().stages(stages).resultStore(results).build()) {
 *   RunResult result = pipeline.run(CampaignBrief.of("a shoe on an urban street at sunset"));
 * }
 * }</pre>
 *
 * <p>The folder holds {@code journal} (claims and results), {@code blobs} (pictures) and {@code
 * lock}. Thread-safe. A claim and a result cost one forced write each, some milliseconds.
 */
public final class FileResultStore implements ResultStore, AutoCloseable {
  /** Far beyond any run, and well within the range of nanoseconds in a long. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final StoreFolder folder;
  private final PaidResultJson json;
  private final StoreIndex index;
  private final InstantSource clock;

  private FileResultStore(StoreFolder folder, InstantSource clock) {
    this.folder = folder;
    this.index = folder.index();
    this.json = PaidResultJson.over(folder.blobs());
    this.clock = clock;
  }

  /**
   * Opens a folder, which is made when it does not exist, and keeps results for ever.
   *
   * @param folder the folder
   * @return a store to close
   * @throws ResultStoreException when the folder is in use, damaged, of another version, or cannot
   *     be written to
   */
  public static FileResultStore open(Path folder) {
    return builder(folder).open();
  }

  /**
   * Opens a folder whose results are only read. Such a store answers from what was bought; any
   * other claim is a {@link ResultMissingException}, so a run over it makes no paid call. Another
   * process may write to the folder; results that it adds are not seen.
   *
   * @param folder the folder
   * @return a store to close
   * @throws ResultStoreException when the folder is no store, damaged, or of another version
   */
  public static FileResultStore openReadOnly(Path folder) {
    return new FileResultStore(StoreFolder.openReadOnly(folder), InstantSource.system());
  }

  /**
   * Starts a builder.
   *
   * @param folder the folder, which is made when it does not exist
   * @return a builder of a store that keeps results for ever
   */
  public static Builder builder(Path folder) {
    return new Builder(folder);
  }

  @Override
  public synchronized Claim claim(ClaimRequest request) {
    Entry known = index.get(request.key());
    if (known != null && known.state() == State.DONE) {
      return Claim.done(read(known));
    }
    if (!folder.writable()) {
      throw new ResultMissingException(request.stage().label(), request.key());
    }
    if (known == null) {
      ClaimToken token = new ClaimToken(request.key(), index.lastToken() + 1);
      folder.append(JournalRecord.claim(request, token.number(), clock.millis()));
      return Claim.granted(token);
    }
    boolean same = known.request().nonce().equals(request.nonce());
    ClaimToken token = known.token();
    return same && known.state() == State.IN_FLIGHT && token != null
        ? Claim.granted(token)
        : Claim.of(statusOf(known.state()));
  }

  @Override
  public Completion complete(ClaimToken token, PaidResult result) {
    Objects.requireNonNull(result, "result");
    requireIssued(token);
    String form = json.write(result);
    synchronized (this) {
      Entry known = index.last(token.key());
      if (known == null || !token.equals(known.token())) {
        folder.append(
            JournalRecord.surplus(token.key(), token.number(), clock.millis(), result.cost()));
        return Completion.SURPLUS;
      }
      if (known.state() == State.DONE) {
        return Completion.STORED;
      }
      Completion completion =
          known.state() == State.IN_FLIGHT ? Completion.STORED : Completion.STORED_LATE;
      boolean whole = folder.hasAll(json.pictures(form));
      finish(known.request(), token.number(), whole ? form : json.write(result));
      return completion;
    }
  }

  @Override
  public synchronized void abandon(ClaimToken token, Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    requireIssued(token);
    Entry known = index.get(token.key());
    if (known == null || known.state() != State.IN_FLIGHT || !token.equals(known.token())) {
      return;
    }
    Op op = outcome == Outcome.UNKNOWN ? Op.UNKNOWN : Op.FREE;
    try {
      folder.append(JournalRecord.of(op, token.key(), token.number(), clock.millis()));
    } catch (ResultStoreException e) {
      // The next opening comes to the same end; until then nobody may wait for this claim.
      index.apply(
          JournalRecord.of(op, token.key(), token.number(), clock.millis()),
          new Journal.Position(0, 0));
    }
    notifyAll();
  }

  @Override
  public synchronized void await(String key, Duration timeout) throws InterruptedException {
    Objects.requireNonNull(key, "key");
    Duration most = timeout.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : timeout;
    long end = System.nanoTime() + most.toNanos();
    for (Entry known = index.get(key); known != null; known = index.get(key)) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (known.state() != State.IN_FLIGHT || millis <= 0) {
        return;
      }
      wait(millis);
    }
  }

  @Override
  public synchronized Optional<PaidResult> find(String key) {
    Entry known = index.get(Objects.requireNonNull(key, "key"));
    return known == null || known.state() != State.DONE
        ? Optional.empty()
        : Optional.of(read(known));
  }

  @Override
  public synchronized List<UnresolvedClaim> unresolved() {
    return index.unresolved().stream()
        .map(
            entry ->
                new UnresolvedClaim(
                    entry.request(),
                    Objects.requireNonNull(entry.token()),
                    Instant.ofEpochMilli(entry.at()),
                    entry.state() == State.GIVEN_UP))
        .toList();
  }

  @Override
  public synchronized void resolve(String key, Resolution resolution) {
    Objects.requireNonNull(resolution, "resolution");
    Entry known = index.get(Objects.requireNonNull(key, "key"));
    if (known == null || (known.state() != State.UNKNOWN && known.state() != State.GIVEN_UP)) {
      throw new IllegalArgumentException("key has no unknown outcome: " + key);
    }
    if (resolution.result().isPresent()) {
      finish(known.request(), 0, json.write(resolution.result().get()));
    } else {
      Op op = resolution.equals(Resolution.GIVE_UP) ? Op.GIVEN_UP : Op.FREE;
      folder.append(JournalRecord.of(op, key, 0, clock.millis()));
    }
  }

  /**
   * Forgets all results of a tenant, its unknown outcomes, and their pictures. Claims in flight
   * stay.
   *
   * @param tenant the tenant, as it stands in its briefs
   * @return how many were forgotten
   * @throws ResultStoreException when the folder cannot be written to
   */
  public synchronized int forget(String tenant) {
    return folder.forget(Objects.requireNonNull(tenant, "tenant"), clock.millis());
  }

  /** {@return what the store holds} */
  public synchronized StoreUsage usage() {
    int unresolved = index.unresolved().size();
    int results =
        (int) index.entries().stream().filter(entry -> entry.state() == State.DONE).count();
    return new StoreUsage(results, unresolved, folder.bytes(), index.surplus());
  }

  /**
   * Closes the files and gives the folder free. Does nothing the second time.
   *
   * @throws ResultStoreException when the files cannot be closed
   */
  @Override
  public synchronized void close() {
    folder.close();
  }

  private void finish(ClaimRequest request, long token, String form) {
    folder.done(request, token, clock.millis(), form, json.pictures(form));
    folder.keepWithin(clock.millis());
    notifyAll();
  }

  private PaidResult read(Entry entry) {
    return json.read(folder.paid(entry));
  }

  private synchronized void requireIssued(ClaimToken token) {
    if (token.number() > index.lastToken()) {
      throw new IllegalArgumentException("token was not given out by this store: " + token);
    }
  }

  private static Status statusOf(State state) {
    return switch (state) {
      case IN_FLIGHT -> Status.IN_FLIGHT;
      case GIVEN_UP -> Status.GIVEN_UP;
      case UNKNOWN -> Status.UNKNOWN;
      case DONE, FREE -> throw new IllegalStateException("not an open claim: " + state);
    };
  }

  @Override
  public String toString() {
    return "ResultStore[" + folder + "]";
  }

  /** Builds a {@link FileResultStore}. Not thread-safe. */
  public static final class Builder {
    private final Path folder;
    private Retention retention = Retention.FOREVER;
    private InstantSource clock = InstantSource.system();
    private long compactAbove = 64L << 20;

    private Builder(Path folder) {
      this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * Sets how long results are kept; for ever by default. It is applied when the store is opened
     * and with every new result.
     *
     * @param retention the limits
     * @return this
     */
    public Builder retention(Retention retention) {
      this.retention = Objects.requireNonNull(retention, "retention");
      return this;
    }

    /**
     * Sets the clock by which results grow old; the system's by default.
     *
     * @param clock the clock
     * @return this
     */
    public Builder clock(InstantSource clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** Sets the length above which a journal that is more than half outdated is written anew. */
    Builder compactAbove(long bytes) {
      this.compactAbove = bytes;
      return this;
    }

    /**
     * Opens the folder.
     *
     * @return a store to close
     * @throws ResultStoreException when the folder is in use, damaged, of another version, or
     *     cannot be written to
     */
    public FileResultStore open() {
      StoreFolder opened = StoreFolder.open(folder, retention, compactAbove);
      try {
        opened.keepWithin(clock.millis());
        return new FileResultStore(opened, clock);
      } catch (RuntimeException e) {
        opened.close();
        throw e;
      }
    }
  }
}
