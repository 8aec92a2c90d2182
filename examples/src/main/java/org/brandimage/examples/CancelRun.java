package org.brandimage.examples;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;

/** Shows how a run under way is cancelled: its future ends at once and no new call starts. */
public final class CancelRun {
  private CancelRun() {}

  /**
   * Starts a run and cancels it.
   *
   * @param args the folder of your pictures
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder()
                .stages(local)
                .addListener(
                    event -> {
                      if (event instanceof StageStarted) {
                        started.countDown();
                      }
                    })
                .build()) {
      // region cancel
      CompletableFuture<RunResult> run =
          pipeline.runAsync(CampaignBrief.of("a sofa in a living room"));
      started.await();
      run.cancel(true);
      // endregion
      try {
        run.join();
      } catch (CancellationException e) {
        System.out.println("cancelled");
      }
    }
  }
}
