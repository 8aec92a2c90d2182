package org.brandimage.examples;

import java.nio.file.Path;
import java.time.Duration;
import org.brandimage.bedrock.BedrockStages;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.result.Resolution;
import org.brandimage.store.FileResultStore;
import org.brandimage.store.Retention;

/** Shows paid results that outlive the process, so that nothing is paid for twice. */
public final class KeepPaidResults {
  private KeepPaidResults() {}

  /**
   * Makes pictures with Amazon Bedrock; a second start on the same folder makes no paid call.
   *
   * @param args a folder with pictures of a mug and of a kitchen, and a folder for paid results
   */
  public static void main(String[] args) {
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BedrockStages paid = BedrockStages.create()) {
      run(paid, local, Path.of(args[1]));
    }
  }

  /** Runs a brief on the results of a folder. */
  static void run(StageBundle paid, StageBundle local, Path folder) {
    // region paid-results
    Retention quarter = new Retention(Duration.ofDays(90), 20_000_000_000L);
    CampaignBrief brief = CampaignBrief.builder("a mug on a kitchen table").tenant("acme").build();
    try (FileResultStore results = FileResultStore.builder(folder).retention(quarter).open();
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(paid).stages(local).resultStore(results).build()) {
      RunResult result = pipeline.run(brief);
      System.out.println("paid now: " + result.provenance().cost());
      System.out.println("paid before: " + result.provenance().reused());
      results
          .unresolved()
          .forEach(lost -> results.resolve(lost.token().key(), Resolution.BUY_AGAIN));
    }
    // endregion
  }
}
