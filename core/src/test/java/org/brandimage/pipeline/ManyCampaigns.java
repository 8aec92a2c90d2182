package org.brandimage.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.store.FileResultStore;

/** A process that runs paid campaigns in one pipeline and prints the live heap after each. */
final class ManyCampaigns {
  private ManyCampaigns() {}

  public static void main(String[] args) {
    int campaigns = Integer.parseInt(args[1]);
    FakePaidOutpainter painter = new FakePaidOutpainter();
    try (FileResultStore store = FileResultStore.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            PipelineFixtures.withoutOutpainter().outpainter(painter).resultStore(store).build()) {
      for (int i = 0; i < campaigns; i++) {
        CampaignBrief brief =
            CampaignBrief.builder(Fixtures.DUCK_PROMPT)
                .canvases(List.of(new CanvasSize(1024, 1024)))
                .seed(1000L * i)
                .build();
        RunResult result = pipeline.run(brief);
        if (result.finalists().size() != 3) {
          throw new AssertionError("finalists: " + result.finalists().size());
        }
        System.out.println("heap " + liveBytes());
      }
      System.out.println("bought " + painter.calls() + " kept " + store.usage().results());
    }
  }

  private static long liveBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
