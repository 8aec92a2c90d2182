package org.brandimage.examples.scale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.RunOutcome;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;

/**
 * A program to be run in a small heap: {@code grid CANDIDATES SIDE} takes one large grid of so many
 * different candidates through all stages, {@code briefs N FAILING} takes many briefs of which
 * every so many fails.
 */
final class ScaleProgram {
  private ScaleProgram() {}

  public static void main(String[] args) throws IOException {
    try (SampleLibrary library = SampleLibrary.open();
        LocalStages local = LocalStages.open(library.folder());
        BrandImagePipeline pipeline = BrandImagePipeline.builder().stages(local).build()) {
      if (args[0].equals("grid")) {
        grid(pipeline, number(args[1]), number(args[2]));
      } else {
        briefs(pipeline, number(args[1]), number(args[2]));
      }
    }
  }

  private static void grid(BrandImagePipeline pipeline, int candidates, int side) {
    // Equal placements are given once, so far more cells than candidates are offered.
    Grid cells = new Grid(100, 10, Grid.DEFAULT.rotations(), List.of(1.0, 0.9), candidates);
    RunResult result =
        pipeline.run(
            CampaignBrief.builder("a mug on a kitchen table")
                .canvases(List.of(new CanvasSize(side, side)))
                .grid(cells)
                .build());
    System.out.printf(
        "candidates %d finalists %d millis %d%n",
        result.candidates().size(),
        result.finalists().size(),
        result.provenance().elapsed().toMillis());
  }

  private static void briefs(BrandImagePipeline pipeline, int count, int failing) {
    List<CampaignBrief> briefs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String prompt = i < failing ? "at sunset" : "a handbag on an urban street";
      briefs.add(
          CampaignBrief.builder(prompt)
              .canvases(List.of(new CanvasSize(512, 512)))
              .grid(Grid.DEFAULT.withSections(1, 1).withRotations(List.of(0.0)))
              .seed(i)
              .build());
    }
    List<RunOutcome> outcomes = pipeline.runAll(briefs);
    long results = outcomes.stream().filter(outcome -> outcome.result().isPresent()).count();
    long failures = outcomes.stream().filter(outcome -> outcome.failure().isPresent()).count();
    // Every picture must still open when all runs are over.
    long pixels = 0;
    for (RunOutcome outcome : outcomes) {
      if (outcome.result().isPresent()) {
        var finalists = outcome.result().get().finalists();
        pixels += finalists.isEmpty() ? 0 : finalists.get(0).image().size().pixels();
      }
    }
    System.out.printf("results %d failures %d pixels %d%n", results, failures, pixels);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }
}
