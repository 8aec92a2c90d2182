package org.brandimage.pipeline;

import java.nio.file.Path;
import org.brandimage.imaging.codec.ImageDecoder;
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
    var p = result.provenance();
    return new RunResult(
        result.runId(),
        result.brief(),
        result.finalists(),
        result.candidates(),
        result.scenes(),
        result.warnings(),
        new org.brandimage.pipeline.result.Provenance(
            p.libraryVersion(),
            p.startedAt(),
            p.elapsed(),
            prompt,
            p.seed(),
            p.stages(),
            p.timings(),
            p.calls(),
            p.cost(),
            p.plans(),
            p.policy(),
            p.history()));
  }

  /** Decodes a file. */
  public static RasterImage opened(Path file) {
    return ImageDecoder.create().open(file, file.getFileName().toString()).raster();
  }
}
