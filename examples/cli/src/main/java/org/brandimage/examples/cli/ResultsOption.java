package org.brandimage.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.brandimage.examples.console.Console;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.result.UnresolvedClaim;
import org.brandimage.store.FileResultStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where paid results are kept, so that they are never bought twice. */
final class ResultsOption {
  /** The folder of paid results beside the folder of a run. */
  static final Path DEFAULT = Path.of(".brandimage", "results");

  private static final String NONE = "none";

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description =
          "Where paid results are kept, or none (default: .brandimage/results beside the folder of"
              + " --out). A run that was killed or is repeated buys nothing twice.")
  private @Nullable String results;

  @Option(
      names = "--replay",
      description =
          "Answers paid calls from --results only and makes none; one that is not there is an"
              + " error.")
  private boolean replay;

  /** A store of paid results that is open, or none. */
  record Opened(Optional<FileResultStore> store) implements AutoCloseable {
    @Override
    public void close() {
      store.ifPresent(FileResultStore::close);
    }
  }

  /**
   * Opens the store of a run.
   *
   * @param out the folder the run is written to
   * @param paid whether a stage of the run may cost money; else nothing is opened
   * @param err where a warning of unknown outcomes goes
   */
  Opened open(Path out, boolean paid, Console err) {
    if (!paid || NONE.equals(results)) {
      requireNoReplay();
      return new Opened(Optional.empty());
    }
    Path folder = folder(out);
    if (replay) {
      return new Opened(Optional.of(FileResultStore.openReadOnly(folder)));
    }
    FileResultStore store = FileResultStore.open(folder);
    warn(store.unresolved(), folder, err);
    return new Opened(Optional.of(store));
  }

  /** Tells whether no paid call may be made. */
  boolean replay() {
    return replay;
  }

  private void requireNoReplay() {
    if (replay) {
      throw new InvalidInputException(
          "replay", "without paid results", "give --provider bedrock and --results DIR");
    }
  }

  private Path folder(Path out) {
    Path absolute = out.toAbsolutePath().normalize();
    Path beside = absolute.getParent() == null ? absolute : absolute.getParent();
    return results == null ? beside.resolve(DEFAULT) : Path.of(results);
  }

  private static void warn(List<UnresolvedClaim> unresolved, Path folder, Console err) {
    List<UnresolvedClaim> open = unresolved.stream().filter(claim -> !claim.givenUp()).toList();
    if (!open.isEmpty()) {
      Cost most =
          open.stream().map(claim -> claim.request().estimate()).reduce(Cost.NONE, Cost::plus);
      err.line(
          "warning: "
              + open.size()
              + " paid calls of earlier runs have no known outcome, at most "
              + most.usd().stripTrailingZeros().toPlainString()
              + " USD; they are not made again before you decide: brandimage unknown --results "
              + folder);
    }
  }
}
