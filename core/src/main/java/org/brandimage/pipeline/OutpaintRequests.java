package org.brandimage.pipeline;

import java.util.List;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.mask.MaskMorphology;
import org.brandimage.pipeline.candidate.CandidateTracker;
import org.brandimage.pipeline.candidate.Composite;
import org.brandimage.pipeline.candidate.OutpaintedCandidate;
import org.brandimage.pipeline.candidate.PlannedScene;
import org.brandimage.pipeline.execution.Seeds;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.Candidate;

/** The requests for pictures of composites, each made when its turn comes. */
final class OutpaintRequests {
  /** The band's width as a share of the canvas' shorter side: room for a contact shadow. */
  private static final double BAND_SHARE = 0.08;

  private final PipelineOptions options;
  private final long seed;
  private final Round round;

  OutpaintRequests(PipelineOptions options, long seed, Round round) {
    this.options = options;
    this.seed = seed;
    this.round = round;
  }

  /** The answer to one request. */
  record Response(Composite composite, Outpainting outpainting) {}

  Response send(Composite composite, StageCalls calls) throws InterruptedException {
    return new Response(composite, calls.outpaint(request(composite)));
  }

  /** Returns the pictures of a response; its rejections go to the tracker. */
  List<OutpaintedCandidate> collect(Response response, CandidateTracker tracker) {
    int wanted = options.imagesPerCandidate();
    Composite composite = response.composite();
    for (OutpaintRejection rejection : response.outpainting().rejections()) {
      tracker.rejected(
          composite,
          OutpaintedCandidate.id(composite, rejection.index(), wanted),
          composite.results(),
          List.of(rejection.category() + ": " + rejection.reason()));
    }
    return response.outpainting().images().stream()
        .map(image -> new OutpaintedCandidate(composite, image, wanted))
        .toList();
  }

  /** Returns the request for one composite. */
  OutpaintRequest request(Composite composite) {
    PlannedScene planned = composite.planned();
    Candidate candidate = composite.candidate();
    Compositor compositor = planned.compositor();
    BackgroundUse use =
        planned.scene().background().isPresent()
            ? options.backgroundUse()
            : BackgroundUse.REGENERATE;
    OutpaintRequest.Builder request =
        OutpaintRequest.builder(
                candidate,
                planned.scene(),
                planned.caption(),
                compositor.productLayer(candidate),
                compositor.reference(candidate),
                mask(compositor.mask(candidate), use))
            .backgroundUse(use)
            .count(options.imagesPerCandidate())
            .seed(Seeds.derive(seed, round.picture(composite.id())));
    planned.background().ifPresent(request::background);
    return request.build();
  }

  private static Mask mask(Mask product, BackgroundUse use) {
    int shorter = Math.min(product.size().width(), product.size().height());
    return use == BackgroundUse.BAND
        ? MaskMorphology.band(product, Math.max(8, (int) Math.round(shorter * BAND_SHARE)))
        : product;
  }
}
