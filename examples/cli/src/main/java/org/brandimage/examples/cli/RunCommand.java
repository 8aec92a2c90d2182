package org.brandimage.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.examples.console.Console;
import org.brandimage.examples.plugin.StagePlugins;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.local.LocalStages;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.RunOutcome;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.retrieve.Asset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code brandimage run}: takes a brief, or every brief of a file, through the pipeline and writes
 * the results to a folder.
 */
@Command(
    name = "run",
    description =
        "Makes pictures for a line of text, offline, from a library of your own pictures.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(
      names = "--library",
      paramLabel = "DIR",
      description = "Folder with your pictures; the bundled sample library when not given.")
  private @Nullable Path library;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: out).")
  private Path out = Path.of("out");

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  private long seed;

  @Option(names = "--finalists", paramLabel = "N", description = "Pictures a canvas (default: 3).")
  private int finalists = 3;

  @Option(
      names = "--canvas",
      paramLabel = "WxH",
      description = "Size in pixels, repeatable (default: 1024x1024).")
  private List<String> canvases = List.of("1024x1024");

  @Mixin private PlacementOptions placement = new PlacementOptions();
  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private BrandOption brand = new BrandOption();
  @Mixin private LoopOptions loop = new LoopOptions();

  @Mixin private PinOption pins = new PinOption();
  @Mixin private StageOptions stages = new StageOptions();

  @Mixin private ResultsOption results = new ResultsOption();

  @Mixin private final ProviderOptions provider = new ProviderOptions();

  /** What to run: one prompt or a file of briefs. */
  static final class Subject {
    @Parameters(index = "0", paramLabel = "PROMPT", description = "What to show, in plain words.")
    private String prompt = "";

    @ArgGroup(exclusive = false)
    private @Nullable BatchOptions batch;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (provider.estimate()) {
      return estimated();
    }
    BatchOptions batch = subject.batch;
    PipelineOptions options =
        batch == null ? loop.pipelineOptions().build() : batch.pipelineOptions(loop);
    Function<String, CampaignBrief.Builder> defaults = defaults();
    RunOutput.requireWritable(out);
    try (SampleLibrary pictures = SampleLibrary.orFolder(library);
        StagePlugins plugins = stages.open()) {
      MediaLibrary assets = models.library(pictures.folder());
      List<CampaignBrief> briefs = briefs(defaults, assets);
      try {
        return run(briefs, options, assets, plugins);
      } catch (LinkageError e) {
        throw plugins.missingClass(e);
      }
    }
  }

  private Integer run(
      List<CampaignBrief> briefs,
      PipelineOptions options,
      MediaLibrary assets,
      StagePlugins plugins)
      throws InterruptedException {
    Console err = Console.err(spec);
    Console console = Console.out(spec);
    try (LocalStages local = models.stages(assets);
        ProviderOptions.Access access =
            results.replay() ? provider.openForReplay() : provider.open();
        ResultsOption.Opened kept =
            results.open(out, access.bedrock() != null || stages.given(), err);
        RunProgress progress = new RunProgress(err)) {
      PipelineBuilder builder = access.pipeline().stages(local).options(options);
      if (subject.batch == null) {
        builder.addListener(progress);
      }
      stages.addTo(builder, plugins);
      kept.store().ifPresent(builder::resultStore);
      try (BrandImagePipeline pipeline = builder.build()) {
        if (!results.replay()) {
          access.preflight().forEach(warning -> err.line("warning: " + warning));
        }
        if (subject.batch != null) {
          return subject.batch.run(pipeline, briefs, out, err, console);
        }
        RunResult result = pipeline.run(briefs.get(0));
        progress.finish();
        return RunOutput.write(result, out, assets, console);
      }
    }
  }

  /** Runs with the local stages and prints what the paid ones would cost. */
  private Integer estimated() throws IOException {
    stages.requireNone();
    Function<String, CampaignBrief.Builder> defaults = defaults();
    try (SampleLibrary pictures = SampleLibrary.orFolder(library);
        BedrockStages paid = provider.pricing()) {
      MediaLibrary assets = models.library(pictures.folder());
      return estimated(briefs(defaults, assets), assets, paid);
    }
  }

  private Integer estimated(List<CampaignBrief> briefs, MediaLibrary assets, BedrockStages paid) {
    try (LocalStages local = models.stages(assets)) {
      DryRunStages dryRun = new DryRunStages(paid, local);
      try (BrandImagePipeline pipeline =
          BrandImagePipeline.builder().stages(dryRun).stages(local).build()) {
        List<RunOutcome> outcomes = pipeline.runAll(briefs);
        for (int i = 0; i < outcomes.size(); i++) {
          int number = i + 1;
          outcomes.get(i).failure().ifPresent(failure -> notEstimated(number, failure));
        }
      }
      dryRun.print(Console.out(spec));
      return 0;
    }
  }

  /** The failure of one brief of a batch must not keep the estimate of the others back. */
  private void notEstimated(int number, BrandImageException failure) {
    if (subject.batch == null) {
      throw failure;
    }
    Console.err(spec).line("warning: no estimate of brief " + number + ": " + failure.getMessage());
  }

  private List<CampaignBrief> briefs(
      Function<String, CampaignBrief.Builder> defaults, MediaLibrary assets) {
    List<Asset> pinnedAssets = pins.assets(assets);
    Function<String, CampaignBrief.Builder> pinned =
        prompt -> defaults.apply(prompt).pinnedAssets(pinnedAssets);
    return subject.batch == null
        ? List.of(pinned.apply(subject.prompt).build())
        : subject.batch.briefs(pinned, assets);
  }

  /** Returns what gives a brief all but its prompt. The options are read once, also for many. */
  private Function<String, CampaignBrief.Builder> defaults() {
    BrandKit brandKit = brand.brandKit();
    List<CanvasSize> sizes = canvases.stream().map(CanvasSize::parse).toList();
    Grid grid = placement.grid();
    Function<String, CampaignBrief.Builder> defaults =
        prompt ->
            CampaignBrief.builder(prompt)
                .brandKit(brandKit)
                .seed(seed)
                .finalists(finalists)
                .canvases(sizes)
                .grid(grid);
    if (subject.batch == null) {
      // What is wrong with it is found before a library is read.
      defaults.apply(subject.prompt).build();
    }
    return defaults;
  }
}
