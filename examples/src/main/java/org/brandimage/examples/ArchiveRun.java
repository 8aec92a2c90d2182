package org.brandimage.examples;

import java.nio.file.Path;
import org.brandimage.archive.ArchiveReport;
import org.brandimage.archive.RunArchive;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.review.ReviewPage;

/** Shows a result kept in a folder with its review page, read back and verified. */
public final class ArchiveRun {
  private ArchiveRun() {}

  /**
   * Reads a run, writes it into another folder and checks what is there.
   *
   * @param args a folder with a run, as {@link QuickStart} writes it, and a folder to write to
   */
  public static void main(String[] args) {
    RunResult result = RunArchive.create().read(Path.of(args[0]));
    Path out = Path.of(args[1]);
    // region archive
    RunArchive archive =
        RunArchive.create().withPage(ReviewPage.FILE_NAME, ReviewPage.create()::render);
    archive.write(result, out);
    RunResult stored = archive.read(out);
    ArchiveReport report = archive.verify(out);
    report.problems().forEach(System.out::println);
    // endregion
    System.out.println(stored.finalists().size() + " finalists, " + report.files() + " files");
  }
}
