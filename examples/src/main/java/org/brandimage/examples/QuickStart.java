package org.brandimage.examples;

import java.nio.file.Path;
import org.brandimage.archive.RunArchive;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;

/** Shows the shortest way from a line of text and a folder of pictures to three finalists. */
public final class QuickStart {
  private QuickStart() {}

  /**
   * Runs one brief offline.
   *
   * @param args the folder of your pictures, and the folder to write to
   */
  public static void main(String[] args) {
    // region quickstart
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline = BrandImagePipeline.builder().stages(local).build()) {
      RunResult result = pipeline.run(CampaignBrief.of("a shoe on an urban street at sunset"));
      RunArchive.create().write(result, Path.of(args[1]));
    }
    // endregion
  }
}
