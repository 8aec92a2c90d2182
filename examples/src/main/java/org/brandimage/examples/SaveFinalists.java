package org.brandimage.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.Budget;

/** Shows a spending limit, a changed copy of a brief, the warnings, and pictures as PNG files. */
public final class SaveFinalists {
  private SaveFinalists() {}

  /**
   * Runs one brief and writes its finalists.
   *
   * @param args the folder of your pictures, and the folder to write to
   * @throws IOException when a picture cannot be written
   */
  public static void main(String[] args) throws IOException {
    // region save-finalists
    PipelineOptions options =
        PipelineOptions.builder().threads(2).budget(Budget.ofUsd("2.00")).build();
    CampaignBrief square = CampaignBrief.of("a bottle on a beach");
    CampaignBrief banner =
        square.toBuilder().canvases(List.of(new CanvasSize(768, 384))).seed(7).build();
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(local).options(options).build()) {
      RunResult result = pipeline.run(banner);
      result.warnings().forEach(System.out::println);
      for (Finalist finalist : result.finalists()) {
        Path file = Path.of(args[1]).resolve("banner-" + finalist.place() + ".png");
        try (OutputStream png = Files.newOutputStream(file)) {
          finalist.writePng(png);
        }
      }
    }
    // endregion
  }
}
