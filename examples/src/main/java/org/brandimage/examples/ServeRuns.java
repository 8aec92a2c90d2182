package org.brandimage.examples;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.RunHandle;
import org.brandimage.pipeline.execution.ContextPropagation;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;

/** Shows a pipeline at home in a service: own threads, handles of runs, and a drained shutdown. */
public final class ServeRuns {
  private ServeRuns() {}

  /**
   * Starts a run as a request would, follows it, and shuts down.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    ExecutorService executor = Executors.newCachedThreadPool();
    PipelineOptions options =
        PipelineOptions.builder()
            .threads(2)
            .concurrentRuns(2)
            .queueCapacity(20)
            .deadline(Duration.ofMinutes(5))
            .build();
    try (LocalStages local = LocalStages.open(Path.of(args[0]))) {
      // region serve
      BrandImagePipeline pipeline =
          BrandImagePipeline.builder()
              .stages(local)
              .options(options)
              .executor(executor)
              .contextPropagation(ContextPropagation.mdc())
              .build();
      CampaignBrief brief = CampaignBrief.builder("a mug on a kitchen table").label("4711").build();
      RunHandle run =
          pipeline.runAsync(brief, event -> System.out.println(event.run().label() + " " + event));
      System.out.println(run.id() + " " + run.progress());
      RunResult result = run.future().join();

      boolean drained = pipeline.close(Duration.ofMinutes(1));
      // endregion
      System.out.println(
          result.finalists().size() + " finalists, drained: " + drained + ", " + run.progress());
    } finally {
      executor.shutdown();
    }
  }
}
