package org.brandimage.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.PrintableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The entries of a batch that is being run, its listeners and its report. Thread-safe. */
final class BatchProgress {
  private static final Logger LOG = LoggerFactory.getLogger(BatchProgress.class);
  private static final Duration REPORT_INTERVAL = Duration.ofSeconds(2);

  private final Path folder;
  private final List<BatchListener> listeners;
  private final Instant startedAt = Instant.now();
  private final long startedNanos = System.nanoTime();
  private final List<BatchEntry> entries = new ArrayList<>();
  private Duration reportedAt = Duration.ZERO;
  private int ended;
  private boolean listenerFailed;

  BatchProgress(
      Path folder, List<CampaignBrief> briefs, List<String> names, List<BatchListener> listeners) {
    this.folder = folder;
    this.listeners = listeners;
    for (int i = 0; i < briefs.size(); i++) {
      CampaignBrief brief = briefs.get(i);
      entries.add(
          BatchEntry.builder(
                  i + 1,
                  brief.label(),
                  brief.prompt(),
                  folder.resolve(names.get(i)),
                  Status.NOT_STARTED)
              .build());
    }
  }

  /** Starts the entry of the outcome of a brief. */
  synchronized BatchEntry.Builder outcome(int index, Status status) {
    BatchEntry entry = entries.get(index);
    return BatchEntry.builder(
        entry.number(), entry.label(), entry.prompt(), entry.folder(), status);
  }

  /** Books the outcome of a brief, and writes the report when the last one is old enough. */
  synchronized void ended(BatchEntry entry) {
    entries.set(entry.number() - 1, entry);
    ended++;
    listeners.forEach(listener -> hand(listener, entry));
    Duration now = elapsed();
    if (now.minus(reportedAt).compareTo(REPORT_INTERVAL) >= 0) {
      reportedAt = now;
      try {
        BatchReport.write(result());
      } catch (InvalidInputException e) {
        // The last report is written all the same, and throws if it cannot be.
        LOG.debug("the report of a batch could not be written: {}", e.getMessage());
      }
    }
  }

  /** Returns the outcome of the batch so far. */
  synchronized BatchResult result() {
    return new BatchResult(folder, startedAt, elapsed(), entries);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private void hand(BatchListener listener, BatchEntry entry) {
    try {
      listener.onEntry(entry, ended, entries.size());
    } catch (RuntimeException e) {
      if (!listenerFailed) {
        listenerFailed = true;
        LOG.warn(
            "listener failed, the batch goes on: listener={}",
            listener.getClass().getName(),
            PrintableException.of(e));
      }
    }
  }
}
