package org.brandimage.examples.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.brandimage.examples.console.Console;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.PaidResult;
import org.brandimage.spi.result.Resolution;
import org.brandimage.spi.result.UnresolvedClaim;
import org.brandimage.store.FileResultStore;
import org.brandimage.store.StoreUsage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code brandimage unknown}: lists paid calls whose outcome is not known, and decides. */
@Command(
    name = "unknown",
    description =
        "Lists paid calls that were under way when a run ended, and takes your decision about them."
            + " Look at the provider's bill first.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class UnknownCommand implements Callable<Integer> {
  private static final String ROW = "%-64s %-10s %-20s %10s  %s";
  private static final String ALL = "all";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description = "Where paid results are kept (default: .brandimage/results).")
  private Path results = ResultsOption.DEFAULT;

  @Option(
      names = "--buy-again",
      paramLabel = "KEY",
      description =
          "The call may be made and paid again; a key, its beginning, or all. Repeatable.")
  private List<String> buyAgain = List.of();

  @Option(
      names = "--give-up",
      paramLabel = "KEY",
      description = "The call is not made again; a key, its beginning, or all. Repeatable.")
  private List<String> giveUp = List.of();

  @Option(
      names = "--supply",
      paramLabel = "KEY=FILE",
      description =
          "The picture is there after all: use this file, of the canvas' size. Repeatable.")
  private Map<String, Path> supplied = Map.of();

  @Override
  public Integer call() {
    Console out = Console.out(spec);
    try (FileResultStore store = FileResultStore.open(existing(results))) {
      resolve(store, buyAgain, Resolution.BUY_AGAIN);
      resolve(store, giveUp, Resolution.GIVE_UP);
      supplied.forEach(
          (key, file) -> resolve(store, List.of(key), Resolution.supply(picture(file))));
      list(store.unresolved(), out);
      StoreUsage usage = store.usage();
      out.format("%d results are kept, %.1f MB", usage.results(), usage.bytes() / 1_000_000.0);
      return 0;
    }
  }

  private static Path existing(Path folder) {
    if (!folder.resolve("journal").toFile().isFile()) {
      throw new InvalidInputException("results", folder, "name a folder that a run has written");
    }
    return folder;
  }

  private static void resolve(FileResultStore store, List<String> names, Resolution resolution) {
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      List<String> found =
          store.unresolved().stream()
              .map(claim -> claim.token().key())
              .filter(key -> name.equals(ALL) || key.startsWith(name))
              .toList();
      if (found.isEmpty() || (found.size() > 1 && !name.equals(ALL))) {
        throw new InvalidInputException(
            "key", name, "give the beginning of one key of the list, or all");
      }
      keys.addAll(found);
    }
    keys.forEach(key -> store.resolve(key, resolution));
  }

  private static PaidResult picture(Path file) {
    OutpaintedImage image =
        new OutpaintedImage(0, ImageDecoder.create().open(file, file.toString()), 0);
    return PaidResult.of(
        new Outpainting(List.of(image), List.of()), Cost.NONE, List.of(), Instant.now());
  }

  private static void list(List<UnresolvedClaim> claims, Console out) {
    if (claims.isEmpty()) {
      out.line("No paid call has an unknown outcome.");
      return;
    }
    out.format(ROW, "key", "stage", "claimed at", "at most", "state");
    for (UnresolvedClaim claim : claims) {
      out.format(
          ROW,
          claim.token().key(),
          claim.request().stage().label(),
          claim.claimedAt().truncatedTo(ChronoUnit.SECONDS),
          claim.request().estimate().usd().stripTrailingZeros().toPlainString() + " USD",
          claim.givenUp() ? "given up" : "unknown");
    }
  }
}
