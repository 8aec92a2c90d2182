package org.brandimage.examples;

import java.nio.file.Path;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.Budget;

/** Shows language and outpainting by Amazon Bedrock, retrieval and ranking on this machine. */
public final class UseBedrock {
  private UseBedrock() {}

  /**
   * Runs a brief with the AWS SDK's own settings; calls cost money.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    // region bedrock
    PipelineOptions options = PipelineOptions.builder().budget(Budget.ofUsd("2.00")).build();
    try (BedrockStages bedrock = BedrockStages.create();
        LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(bedrock).stages(local).options(options).build()) {
      RunResult result = pipeline.run(CampaignBrief.of("a shoe on an urban street at sunset"));
      System.out.println(result.provenance().cost());
    }
    // endregion
  }
}
