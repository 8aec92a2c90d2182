package org.brandimage.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.brandimage.archive.ArchiveReport;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.console.Console;
import org.brandimage.examples.verify.PixelTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code brandimage verify}: proves from the files alone that a run is whole and every finalist's
 * product is pixel-true.
 */
@Command(
    name = "verify",
    description = "Proves from its files that a run is whole and every product pixel-true.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder a run was written to.")
  private Path folder = Path.of("out");

  @Override
  public Integer call() {
    Console out = Console.out(spec);
    boolean holds = isWhole(out);
    for (PixelTruth.Finding finding : PixelTruth.of(folder)) {
      holds &= finding.holds();
      if (finding.problem().isEmpty()) {
        out.format(
            "%-24s %8d product pixels compared, largest difference %d: %s",
            finding.image(),
            finding.compared(),
            finding.largestDifference(),
            finding.holds() ? "pixel-true" : "CHANGED");
      } else {
        out.format("%-24s NOT VERIFIED: %s", finding.image(), finding.problem());
      }
    }
    return holds ? 0 : BrandImageCommand.FAILED;
  }

  private boolean isWhole(Console out) {
    ArchiveReport report = RunArchive.create().verify(folder);
    for (ArchiveReport.Problem problem : report.problems()) {
      out.format("%-24s NOT VERIFIED: %s", problem.file(), problem.reason());
    }
    if (report.isWhole()) {
      out.line(
          report.files() == 0
              ? RunArchive.RUN_JSON + " of an earlier version lists no digests to compare"
              : report.files() + " files compared with the digests in " + RunArchive.RUN_JSON);
    }
    return report.isWhole();
  }
}
