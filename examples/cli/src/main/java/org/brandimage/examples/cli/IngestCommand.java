package org.brandimage.examples.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.brandimage.examples.console.Console;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.local.library.IngestReport;
import org.brandimage.local.library.LibraryIngest;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.vision.PictureEmbedder;
import org.brandimage.spi.context.StageContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brandimage ingest}: brings a library on disk up to date with a folder or a table. */
@Command(
    name = "ingest",
    description =
        "Brings a library up to date with a folder of pictures; with --models by what they show,"
            + " too.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class IngestCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "Folder of pictures and their JSON files, or a CSV table of them.")
  private Path source = Path.of(".");

  @Option(
      names = "--library",
      paramLabel = "LIB",
      required = true,
      description = "The library to write; new, empty, or ingested before.")
  private Path library = Path.of("library");

  @Mixin private ModelOptions models = new ModelOptions();

  @Override
  public Integer call() throws InterruptedException {
    ModelStore store = models.store().orElse(null);
    try (BgeSmallEmbedder text = BgeSmallEmbedder.create()) {
      Optional<PictureEmbedder> content =
          store == null ? Optional.empty() : PictureEmbedder.open(store, text);
      if (content.isEmpty()) {
        return ingest(LibraryIngest.builder(library, text));
      }
      try (PictureEmbedder pictures = content.orElseThrow()) {
        return ingest(LibraryIngest.builder(library, text).content(pictures));
      }
    }
  }

  private int ingest(LibraryIngest.Builder builder) throws InterruptedException {
    Console out = Console.out(spec);
    IngestReport report;
    try (ProgressBar bar = bar()) {
      LibraryIngest ingest =
          builder.progress((done, total) -> bar.maxHint(total).stepTo(done)).build();
      boolean table = source.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
      StageContext context = StageContext.standalone();
      report = table ? ingest.manifest(source, context) : ingest.folder(source, context);
    }
    out.format(
        "%d added, %d replaced, %d removed, %d unchanged, %d skipped in %.1f s",
        report.added(),
        report.replaced(),
        report.removed(),
        report.unchanged(),
        report.skipped().size(),
        report.elapsed().toMillis() / 1000.0);
    report.skipped().forEach((file, reason) -> out.line("  " + file + ": " + reason.getMessage()));
    return 0;
  }

  /** A bar on a terminal, silence elsewhere. */
  private static ProgressBar bar() {
    ProgressBarBuilder builder =
        new ProgressBarBuilder().setTaskName("ingest").setStyle(ProgressBarStyle.ASCII);
    return Ansi.AUTO.enabled()
        ? builder.build()
        : builder.setConsumer(new SilentConsumer()).build();
  }

  /** Shows nothing. */
  private static final class SilentConsumer implements me.tongfei.progressbar.ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return 80;
    }

    @Override
    public void accept(String rendered) {
      // no terminal to draw on
    }

    @Override
    public void close() {
      // nothing was opened
    }
  }
}
