package org.brandimage.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.archive.RunArchive;
import org.brandimage.batch.BatchEntry;
import org.brandimage.batch.BatchResult;
import org.brandimage.batch.BatchRun;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.Budget;

/** Shows many briefs in one folder, with a budget of a brief and of all. */
public final class RunBatch {
  private RunBatch() {}

  /**
   * Runs a batch; one that was ended and is run again goes on where it was.
   *
   * @param args the folder of a media library, and a folder to write to
   * @throws IOException when the library cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<CanvasSize> canvases = List.of(new CanvasSize(320, 320));
    List<CampaignBrief> briefs =
        List.of(
            brief("a mug on a kitchen table", "mug", canvases),
            brief("at sunset", "no product", canvases),
            brief("a boot on an urban street", "boot", canvases));
    Path out = Path.of(args[1]);
    // region batch
    PipelineOptions options =
        PipelineOptions.builder().concurrentRuns(2).budget(Budget.ofUsd("1.00")).build();
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(local).options(options).build();
        BatchRun batch =
            BatchRun.builder(pipeline, out)
                .budget(Budget.ofUsd("20.00"))
                .addListener((entry, ended, total) -> System.out.println(ended + "/" + total))
                .build()) {
      BatchResult result = batch.run(briefs);
      for (BatchEntry entry : result.entries()) {
        System.out.println(entry.label() + ": " + entry.status().label());
        entry.failure().ifPresent(failure -> System.out.println(failure.message()));
      }
    }
    // endregion
    RunResult mug = RunArchive.create().read(out.resolve("mug"));
    System.out.println(mug.finalists().size() + " finalists of the mug");
  }

  private static CampaignBrief brief(String prompt, String label, List<CanvasSize> canvases) {
    return CampaignBrief.builder(prompt).label(label).canvases(canvases).build();
  }
}
