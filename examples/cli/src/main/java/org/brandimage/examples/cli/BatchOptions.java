package org.brandimage.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.brandimage.batch.BatchReport;
import org.brandimage.batch.BatchResult;
import org.brandimage.batch.BatchRun;
import org.brandimage.examples.briefs.BriefFile;
import org.brandimage.examples.console.Console;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code run} that make it a batch. */
final class BatchOptions {
  private static final int MOST_CONCURRENT = 1024;

  @Option(
      names = "--briefs",
      required = true,
      paramLabel = "FILE",
      description =
          "Runs every brief of a file (.json, .jsonl, .yaml, .csv) instead of one prompt; a batch"
              + " that is run again goes on where it was.")
  private @Nullable Path file;

  @Option(
      names = "--concurrent",
      paramLabel = "N",
      description = "With --briefs: briefs under way at once, from 1 to 1024 (default: 2).")
  private int concurrent = 2;

  @Option(
      names = "--batch-budget",
      paramLabel = "USD",
      description =
          "With --briefs and --budget: the most that the whole batch may spend, in US dollars.")
  private @Nullable String budget;

  /** Checks the options, and returns those of a pipeline for them. */
  PipelineOptions pipelineOptions(LoopOptions loop) {
    if (concurrent < 1 || concurrent > MOST_CONCURRENT) {
      throw new InvalidInputException("concurrent", concurrent, "give a number from 1 to 1024");
    }
    if (budget != null) {
      LoopOptions.budget("batch-budget", budget);
      if (!loop.limitsMoney()) {
        throw new InvalidInputException(
            "batch-budget", budget, "give --budget too, the most that one brief may spend");
      }
    }
    return loop.pipelineOptions().concurrentRuns(concurrent).build();
  }

  /** Reads the briefs. */
  List<CampaignBrief> briefs(
      Function<String, CampaignBrief.Builder> defaults, MediaLibrary library) {
    return BriefFile.read(
        Objects.requireNonNull(file, "file"), defaults, name -> PinOption.asset(name, library));
  }

  /** Runs the briefs and returns the exit code. */
  int run(
      BrandImagePipeline pipeline, List<CampaignBrief> briefs, Path out, Console err, Console to) {
    BatchRun.Builder builder =
        BatchRun.builder(pipeline, out)
            .concurrency(concurrent)
            .addListener((entry, ended, total) -> BatchTable.line(entry, ended, total, err));
    if (budget != null) {
      builder.budget(LoopOptions.budget("batch-budget", budget));
    }
    try (BatchRun batch = builder.build()) {
      BatchResult result = batch.run(briefs);
      BatchTable.print(result, to);
      to.format("Open %s to see them.", out.resolve(BatchReport.INDEX_HTML));
      return exitCode(result);
    }
  }

  private static int exitCode(BatchResult result) {
    if (result.withPictures() == result.entries().size()) {
      return 0;
    }
    return result.withPictures() == 0 ? BrandImageCommand.FAILED : BrandImageCommand.PARTLY;
  }
}
