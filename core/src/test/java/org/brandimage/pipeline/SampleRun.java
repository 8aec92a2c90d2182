package org.brandimage.pipeline;

import java.nio.file.Path;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.pipeline.result.Provenance;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.image.RasterImage;

/** A result of a real run of small stages, for tests of what happens to results. */
public final class SampleRun {
  private SampleRun() {}

  /** Runs the sample brief. */
  public static RunResult result() {
    try (BrandImagePipeline pipeline = PipelineFixtures.complete().build()) {
      return pipeline.run(PipelineFixtures.BRIEF);
    }
  }

  /** Runs the sample brief with another prompt, whose words the page must treat as text. */
  public static RunResult withPrompt(String prompt) {
    RunResult result = result();
    Provenance p = result.provenance();
    Provenance provenance =
        Provenance.builder(p.libraryVersion(), p.startedAt(), prompt)
            .elapsed(p.elapsed())
            .seed(p.seed())
            .stages(p.stages())
            .timings(p.timings())
            .calls(p.calls())
            .cost(p.cost())
            .plans(p.plans())
            .policy(p.policy())
            .history(p.history())
            .build();
    return RunResult.builder(result.runId(), result.brief(), provenance)
        .finalists(result.finalists())
        .candidates(result.candidates())
        .scenes(result.scenes())
        .warnings(result.warnings())
        .build();
  }

  /** Decodes a file. */
  public static RasterImage opened(Path file) {
    return ImageDecoder.create().open(file, file.getFileName().toString()).raster();
  }
}
