package org.brandimage.archive;

import java.nio.file.Path;
import java.time.Duration;
import org.brandimage.pipeline.result.RunResult;

/**
 * Writes two results in turn into a folder, so often, and says on standard output when the first is
 * written. {@code args}: the folder, and how often.
 */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] args) {
    RunArchive archive =
        RunArchive.create()
            .withPage("review.html", RunResult::runId)
            .withWait(Duration.ofMinutes(1));
    RunResult older = ArchivedRuns.older();
    RunResult newer = ArchivedRuns.newer();
    Path folder = Path.of(args[0]);
    int times = Integer.parseInt(args[1]);
    for (int i = 0; i < times; i++) {
      archive.write(i % 2 == 0 ? older : newer, folder);
      if (i == 0) {
        System.out.println("started");
      }
    }
  }
}
