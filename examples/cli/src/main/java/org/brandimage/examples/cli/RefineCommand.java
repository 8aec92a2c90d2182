package org.brandimage.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.console.Console;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.local.LocalStages;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.refine.Feedback;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brandimage refine}: goes on from a run with what a person says of its pictures. */
@Command(
    name = "refine",
    description = "Goes on from a run: keeps a picture's place, changes what you say.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RefineCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run to go on from.")
  private Path run = Path.of("out");

  @Option(
      names = "--pick",
      paramLabel = "ID",
      description = "A picture to go on from, repeatable: its id, file name or place.")
  private List<String> picks = List.of();

  @Option(
      names = "--reject",
      paramLabel = "ID",
      description = "A picture not to see again, repeatable.")
  private List<String> rejects = List.of();

  @Option(
      names = "--say",
      paramLabel = "TEXT",
      description = "What to change, like \"warmer light, put it on a wooden table\".")
  private String words = "";

  @Option(
      names = "--library",
      paramLabel = "DIR",
      description = "Folder with your pictures, as for run.")
  private @Nullable Path library;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: the run's folder with -refined at its end).")
  private @Nullable Path out;

  @Mixin private ModelOptions models = new ModelOptions();
  @Mixin private LoopOptions loop = new LoopOptions();

  @Override
  public Integer call() throws IOException {
    RunResult previous = RunArchive.create().read(run);
    Feedback feedback = feedback(previous);
    Path folder = out == null ? Path.of(run.normalize() + "-refined") : out;
    RunOutput.requireWritable(folder);
    try (SampleLibrary pictures = SampleLibrary.orFolder(library)) {
      MediaLibrary assets = models.library(pictures.folder());
      return refine(previous, feedback, folder, assets);
    }
  }

  private Integer refine(RunResult previous, Feedback feedback, Path folder, MediaLibrary assets) {
    Console console = Console.out(spec);
    try (LocalStages local = models.stages(assets);
        RunProgress progress = new RunProgress(Console.err(spec));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder()
                .stages(local)
                .options(loop.pipelineOptions().build())
                .addListener(progress)
                .build()) {
      RunResult result = pipeline.refine(previous, feedback);
      progress.finish();
      return RunOutput.write(result, folder, assets, console);
    }
  }

  private Feedback feedback(RunResult previous) {
    if (words.isBlank() && picks.isEmpty() && rejects.isEmpty()) {
      throw new InvalidInputException(
          "feedback", "nothing", "say something with --say, --pick or --reject");
    }
    return new Feedback(words, ids(previous, picks), ids(previous, rejects));
  }

  private static List<String> ids(RunResult previous, List<String> names) {
    List<String> ids = new ArrayList<>();
    names.forEach(name -> ids.add(id(previous, name)));
    return ids;
  }

  /** A finalist may be named by its place or its file; anything else is taken for an id. */
  private static String id(RunResult previous, String name) {
    String base = name.replaceFirst("\\.png$", "");
    for (Finalist finalist : previous.finalists()) {
      String place = Integer.toString(finalist.place());
      if (base.equals(place) || base.equals(finalist.candidate().canvas() + "-" + place)) {
        return finalist.id();
      }
    }
    return name;
  }
}
