package org.brandimage.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.spi.context.Cost;

/**
 * The outcome of a batch: one entry per brief. It holds no pictures; {@code RunArchive.read} reads
 * the result of an entry from its folder. Immutable.
 */
public final class BatchResult {
  private final Path folder;
  private final Instant startedAt;
  private final Duration elapsed;
  private final List<BatchEntry> entries;

  BatchResult(Path folder, Instant startedAt, Duration elapsed, List<BatchEntry> entries) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.startedAt = Objects.requireNonNull(startedAt, "startedAt");
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
    this.entries = List.copyOf(entries);
  }

  /** {@return the folder of the batch} */
  public Path folder() {
    return folder;
  }

  /** {@return the time at which this run of the batch began} */
  public Instant startedAt() {
    return startedAt;
  }

  /** {@return the time that this run of the batch took} */
  public Duration elapsed() {
    return elapsed;
  }

  /** {@return the entries, in the order of the briefs} */
  public List<BatchEntry> entries() {
    return entries;
  }

  /**
   * {@return the number of entries of a status}
   *
   * @param status the status
   */
  public int count(Status status) {
    return (int) entries.stream().filter(entry -> entry.status() == status).count();
  }

  /** {@return the number of entries with at least one finalist} */
  public int withPictures() {
    return (int) entries.stream().filter(entry -> entry.finalists() > 0).count();
  }

  /** {@return what this run of the batch has spent} */
  public Cost cost() {
    return entries.stream().map(BatchEntry::cost).reduce(Cost.NONE, Cost::plus);
  }

  /** {@return what was paid before for results that this run of the batch used again} */
  public Cost reused() {
    return entries.stream().map(BatchEntry::reused).reduce(Cost.NONE, Cost::plus);
  }

  @Override
  public String toString() {
    return "BatchResult[" + withPictures() + " of " + entries.size() + " with pictures]";
  }
}
