package org.brandimage.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.console.Console;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.review.ReviewPage;
import org.brandimage.spi.error.InvalidInputException;

/** Writes a result into its folder and says so on the console. */
final class RunOutput {
  private RunOutput() {}

  /** Finds out before any work is done whether its result could be written. */
  static void requireWritable(Path folder) {
    try {
      // A link to a folder is one too, which createDirectories denies before Java 20.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      Files.delete(Files.createTempFile(folder, ".brandimage", ".tmp"));
    } catch (IOException e) {
      throw new InvalidInputException("out", folder, "name a folder that can be written to");
    }
  }

  /** Writes everything and returns the exit code. */
  static int write(RunResult result, Path folder, MediaLibrary assets, Console console) {
    RunArchive.create()
        .withPage(ReviewPage.FILE_NAME, ReviewPage.create()::render)
        .write(result, folder);
    ResultTable.print(result, new AssetFiles(result, assets), console);
    console.line();
    console.format(
        "Wrote %s in %.1f s. Open %s to compare.",
        folder,
        result.provenance().elapsed().toMillis() / 1000.0,
        folder.resolve(ReviewPage.FILE_NAME));
    return result.finalists().isEmpty() ? BrandImageCommand.FAILED : 0;
  }
}
