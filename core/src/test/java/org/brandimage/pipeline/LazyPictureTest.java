package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.junit.jupiter.api.Test;

/** Where the work of pictures counts that are drawn when they are opened. */
class LazyPictureTest {
  private static final Duration OPENING = Duration.ofMillis(15);

  @Test
  void run_picturesDrawnWhenOpened_countForTheOutpainter() {
    Outpainter slow =
        (request, context) -> {
          OutpaintedImage made = new FakeOutpainter().outpaint(request, context).images().get(0);
          ImageSource lazy = new Slow(made.image());
          return new Outpainting(List.of(new OutpaintedImage(0, lazy, made.seed())), List.of());
        };
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter().outpainter(slow).build()) {
      RunResult result = pipeline.run(BRIEF);

      assertThat(result.provenance().work().get(StageId.OUTPAINT))
          .isGreaterThanOrEqualTo(OPENING.multipliedBy(9));
      assertThat(result.provenance().work())
          .containsKeys(StageId.DECOMPOSE, StageId.RETRIEVE, StageId.RESTORE, StageId.RANK);
    }
  }

  private record Slow(ImageSource picture) implements ImageSource {
    @Override
    public RasterImage raster() {
      long end = System.nanoTime() + OPENING.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(OPENING.toNanos());
      }
      return picture.raster();
    }

    @Override
    public Size size() {
      return picture.size();
    }

    @Override
    public String digest() {
      return picture.digest();
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }
}
