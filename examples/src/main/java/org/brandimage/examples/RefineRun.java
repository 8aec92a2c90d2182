package org.brandimage.examples;

import java.nio.file.Path;
import java.util.List;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.RoundOptions;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.refine.Feedback;

/** Shows a run of several rounds, and a second run that follows a person's feedback. */
public final class RefineRun {
  private RefineRun() {}

  /**
   * Runs a brief, then refines its first finalist.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    // region refine
    PipelineOptions options =
        PipelineOptions.builder()
            .rounds(RoundOptions.DEFAULT.withMost(3).withOutpaintBest(3))
            .build();
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(local).options(options).build()) {
      RunResult first = pipeline.run(CampaignBrief.of("a mug on a kitchen table"));
      String best = first.finalists().get(0).id();
      RunResult second =
          pipeline.refine(first, new Feedback("warmer light", List.of(best), List.of()));
      System.out.println(second.finalists().size() + " finalists after refining " + best);
    }
    // endregion
  }
}
