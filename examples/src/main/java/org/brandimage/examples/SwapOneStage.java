package org.brandimage.examples;

import java.nio.file.Path;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.decompose.Entity;

/** Shows how one stage is swapped while the others stay: a house style for every caption. */
public final class SwapOneStage {
  private SwapOneStage() {}

  /**
   * Runs a pipeline whose captioner is a lambda.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    // region swap
    Captioner houseStyle =
        (request, context) -> {
          String subject = request.scene().products().get(0).entity().name();
          String place = request.scene().setting().map(Entity::name).orElse("a studio");
          String text =
              "A photograph of a " + subject + " on the ground, " + place + ", shot on film.";
          return Caption.builder(text, subject, "the ground", place).build();
        };
    // endregion
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        // An explicit stage wins over the bundle's.
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().captioner(houseStyle).stages(local).build()) {
      RunResult result = pipeline.run(CampaignBrief.of("a handbag on an urban street"));
      System.out.println(result.scenes().get(0).caption().text());
    }
  }
}
