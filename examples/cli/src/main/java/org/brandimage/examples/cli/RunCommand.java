package org.brandimage.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.examples.console.Console;
import org.brandimage.examples.plugin.StagePlugins;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.local.LocalStages;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brandimage run}: takes a brief through the pipeline and writes the result to a folder. */
@Command(
    name = "run",
    description =
        "Makes pictures for a line of text, offline, from a library of your own pictures.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PROMPT", description = "What to show, in plain words.")
  private String prompt = "";

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

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (provider.estimate()) {
      return estimated();
    }
    CampaignBrief brief = brief();
    PipelineOptions options = loop.pipelineOptions().build();
    RunOutput.requireWritable(out);
    try (SampleLibrary pictures = SampleLibrary.orFolder(library);
        StagePlugins plugins = stages.open()) {
      MediaLibrary assets = models.library(pictures.folder());
      CampaignBrief pinned = pins.pinned(brief, assets);
      try {
        return run(pinned, options, assets, plugins);
      } catch (LinkageError e) {
        throw plugins.missingClass(e);
      }
    }
  }

  private Integer run(
      CampaignBrief brief, PipelineOptions options, MediaLibrary assets, StagePlugins plugins)
      throws InterruptedException {
    Console err = Console.err(spec);
    try (LocalStages local = models.stages(assets);
        ProviderOptions.Access access =
            results.replay() ? provider.openForReplay() : provider.open();
        ResultsOption.Opened kept =
            results.open(out, access.bedrock() != null || stages.given(), err);
        RunProgress progress = new RunProgress(err)) {
      PipelineBuilder builder =
          access.pipeline().stages(local).options(options).addListener(progress);
      stages.addTo(builder, plugins);
      kept.store().ifPresent(builder::resultStore);
      try (BrandImagePipeline pipeline = builder.build()) {
        if (!results.replay()) {
          access.preflight().forEach(warning -> err.line("warning: " + warning));
        }
        RunResult result = pipeline.run(brief);
        progress.finish();
        return RunOutput.write(result, out, assets, Console.out(spec));
      }
    }
  }

  /** Runs with the local stages and prints what the paid ones would cost. */
  private Integer estimated() throws IOException {
    stages.requireNone();
    CampaignBrief brief = brief();
    try (SampleLibrary pictures = SampleLibrary.orFolder(library);
        BedrockStages paid = provider.pricing()) {
      MediaLibrary assets = models.library(pictures.folder());
      return estimated(pins.pinned(brief, assets), assets, paid);
    }
  }

  private Integer estimated(CampaignBrief brief, MediaLibrary assets, BedrockStages paid) {
    try (LocalStages local = models.stages(assets)) {
      DryRunStages dryRun = new DryRunStages(paid, local);
      try (BrandImagePipeline pipeline =
          BrandImagePipeline.builder().stages(dryRun).stages(local).build()) {
        pipeline.run(brief);
      }
      dryRun.print(Console.out(spec));
      return 0;
    }
  }

  private CampaignBrief brief() {
    return CampaignBrief.builder(prompt)
        .brandKit(brand.brandKit())
        .seed(seed)
        .finalists(finalists)
        .canvases(canvases.stream().map(CanvasSize::parse).toList())
        .grid(placement.grid())
        .build();
  }
}
