package org.brandimage.examples.cli;

import java.util.Locale;
import org.brandimage.batch.BatchEntry;
import org.brandimage.batch.BatchEntry.Failure;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.batch.BatchResult;
import org.brandimage.examples.console.Console;
import org.brandimage.spi.context.Cost;

/** Prints a batch: a line for each brief as it ends, and the outcome of the whole. */
final class BatchTable {
  private BatchTable() {}

  /** Prints one brief that has ended. */
  static void line(BatchEntry entry, int ended, int total, Console err) {
    err.format(
        "%d/%d %s: %s, %s",
        ended,
        total,
        name(entry),
        entry.status().label(),
        entry.failure().map(BatchTable::reason).orElseGet(() -> facts(entry)));
  }

  /** Prints the outcome. */
  static void print(BatchResult result, Console out) {
    out.format(
        "%d briefs, %d with pictures: %d finished, %d reused from earlier, %d failed, %d not"
            + " started.",
        result.entries().size(),
        result.withPictures(),
        result.count(Status.FINISHED),
        result.count(Status.REUSED_FROM_EARLIER),
        result.count(Status.FAILED),
        result.count(Status.NOT_STARTED));
    for (BatchEntry entry : result.entries()) {
      entry
          .failure()
          .ifPresent(
              failure ->
                  out.format("  %s: %s, %s", name(entry), entry.status().label(), reason(failure)));
      if (entry.hasResult() && entry.finalists() == 0) {
        out.format("  %s: %s without a picture", name(entry), entry.status().label());
      }
    }
    out.format(
        "Spent %s USD in %s s; reused results had cost %s USD.",
        dollars(result.cost()),
        String.format(Locale.ROOT, "%.1f", result.elapsed().toMillis() / 1000.0),
        dollars(result.reused()));
  }

  private static String facts(BatchEntry entry) {
    return String.format(
        Locale.ROOT,
        "%d pictures, %d warnings, %s USD, %.1f s",
        entry.finalists(),
        entry.warnings(),
        dollars(entry.cost()),
        entry.elapsed().toMillis() / 1000.0);
  }

  private static String reason(Failure failure) {
    return failure.type() + ": " + failure.message();
  }

  private static String name(BatchEntry entry) {
    return entry.label().isEmpty() ? "brief " + entry.number() : entry.label();
  }

  private static String dollars(Cost cost) {
    return cost.usd().stripTrailingZeros().toPlainString();
  }
}
