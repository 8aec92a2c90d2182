package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.junit.jupiter.api.Test;

/** What the measured checks are told about the ground a picture was made on. */
class CleanPlateTest {
  @Test
  void run_outpainterKnowsThePlate_checksCompareWithIt() {
    Outpainter fake = new FakeOutpainter();
    Outpainter knowing =
        (request, context) ->
            new Outpainting(
                fake.outpaint(request, context).images().stream()
                    .map(image -> withPlate(image, 0xFF204060))
                    .toList(),
                List.of());

    assertThat(groundSeenBy(knowing)).hasSize(9).containsOnly(0xFF204060);
  }

  @Test
  void run_outpainterKnowsNoPlate_checksCompareWithTheAsset() {
    assertThat(groundSeenBy(new FakeOutpainter())).hasSize(9).doesNotContain(0xFF204060);
  }

  private static OutpaintedImage withPlate(OutpaintedImage image, int argb) {
    ImageSource plate = ImageSource.of(RasterImage.filled(image.image().size(), argb));
    return image.withCleanPlate(plate);
  }

  private static Queue<Integer> groundSeenBy(Outpainter outpainter) {
    GroundCheck check = new GroundCheck(new ConcurrentLinkedQueue<>());
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(outpainter)
            .guidelineChecks(List.of(check))
            .build()) {
      pipeline.run(PipelineFixtures.BRIEF);
    }
    return check.seen();
  }

  private record GroundCheck(Queue<Integer> seen) implements GuidelineCheck {
    @Override
    public Guideline guideline() {
      return Guideline.flexible("ground", "The ground is looked at.");
    }

    @Override
    public Phase phase() {
      return Phase.GENERATED;
    }

    @Override
    public GuidelineResult check(CheckRequest request, StageContext context) {
      seen.add(request.background().map(ground -> ground.raster().argb(0, 0)).orElse(0));
      return GuidelineResult.builder(
              "ground", GuidelineResult.Outcome.PASS, "GroundCheck", "It was looked at.")
          .build();
    }
  }
}
