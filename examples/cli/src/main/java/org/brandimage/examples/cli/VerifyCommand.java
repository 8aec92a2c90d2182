package org.brandimage.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.brandimage.examples.console.Console;
import org.brandimage.examples.verify.PixelTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code brandimage verify}: proves from the files alone that every finalist's product is
 * pixel-true.
 */
@Command(
    name = "verify",
    description = "Proves from the files of a run that every product is pixel-true.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder a run was written to.")
  private Path folder = Path.of("out");

  @Override
  public Integer call() {
    Console out = Console.out(spec);
    boolean allHold = true;
    for (PixelTruth.Finding finding : PixelTruth.of(folder)) {
      allHold &= finding.holds();
      out.format(
          "%-24s %8d product pixels compared, largest difference %d: %s",
          finding.image(),
          finding.compared(),
          finding.largestDifference(),
          finding.holds() ? "pixel-true" : "CHANGED");
    }
    return allHold ? 0 : BrandImageCommand.FAILED;
  }
}
