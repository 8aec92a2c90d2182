package org.brandimage.examples;

import java.nio.file.Path;
import java.util.List;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.quality.JudgePolicies;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.brief.SafeZone;

/** Shows a brand's rules, several canvases, and a policy that relaxes what is flexible. */
public final class BrandRules {
  private BrandRules() {}

  /**
   * Runs a brief with a brand kit and prints what was relaxed.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    // region brand
    BrandKit brand =
        BrandKit.builder("Acme")
            .palette(List.of(Rgb.parse("#E4572E"), Rgb.parse("#17BEBB")))
            .guidelines(List.of(Guideline.flexible("calm", "The background is calm.")))
            .forbiddenElements(List.of("people", "alcohol"))
            .safeMargin(0.06)
            .safeZones(List.of(new SafeZone(0, 0, 1, 0.15)))
            .build();
    CampaignBrief brief =
        CampaignBrief.builder("a handbag on an urban street")
            .brandKit(brand)
            .canvases(List.of(new CanvasSize(1024, 1024), new CanvasSize(1600, 900)))
            .finalists(3)
            .seed(7)
            .build();
    PipelineOptions options =
        PipelineOptions.builder().policy(JudgePolicies.relaxing()).threads(4).build();
    // endregion
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(local).options(options).build()) {
      RunResult result = pipeline.run(brief);
      System.out.println(result.provenance().policy());
    }
  }
}
