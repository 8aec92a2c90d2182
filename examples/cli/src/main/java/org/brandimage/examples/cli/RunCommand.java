package org.brandimage.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
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

  @Mixin private final ProviderOptions provider = new ProviderOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (provider.estimate()) {
      return estimated();
    }
    CampaignBrief brief = brief();
    RunOutput.requireWritable(out);
    PrintWriter console = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    try (SampleLibrary pictures = SampleLibrary.orFolder(library);
        LocalStages local = models.stages(pictures.folder());
        ProviderOptions.Access access = provider.open();
        RunProgress progress = new RunProgress();
        BrandImagePipeline pipeline =
            access
                .pipeline()
                .stages(local)
                .options(loop.pipelineOptions().build())
                .addListener(progress)
                .build()) {
      access.preflight().forEach(warning -> System.err.println("warning: " + warning));
      RunResult result = pipeline.run(brief);
      progress.finish();
      return RunOutput.write(result, out, console);
    }
  }

  /** Runs with the local stages and prints what the paid ones would cost. */
  private Integer estimated() throws IOException {
    PrintWriter console = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    try (SampleLibrary pictures = SampleLibrary.orFolder(library);
        LocalStages local = models.stages(pictures.folder());
        BedrockStages paid = provider.pricing()) {
      DryRunStages dryRun = new DryRunStages(paid, local);
      try (BrandImagePipeline pipeline =
          BrandImagePipeline.builder().stages(dryRun).stages(local).build()) {
        pipeline.run(brief());
      }
      dryRun.print(console);
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
