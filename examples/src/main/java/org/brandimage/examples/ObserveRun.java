package org.brandimage.examples;

import java.nio.file.Path;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.event.PipelineEvent.CandidateRejected;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.spi.brief.CampaignBrief;

/** Shows what a listener hears: the time and cost of each step, and why candidates are dropped. */
public final class ObserveRun {
  private ObserveRun() {}

  /**
   * Runs a brief and prints its events.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    // region observe
    PipelineListener listener =
        event -> {
          if (event instanceof StageCompleted done) {
            System.out.println(done.stage() + " " + done.elapsed() + " " + done.cost());
          } else if (event instanceof CandidateRejected rejected) {
            System.out.println(rejected.candidateId() + " " + rejected.reasons());
          }
        };
    // endregion
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().stages(local).addListener(listener).build()) {
      pipeline.run(CampaignBrief.of("a bottle on a beach"));
    }
  }
}
