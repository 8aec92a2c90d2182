package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brandimage.imaging.restore.ProductRestorer;
import org.brandimage.imaging.restore.RestoreMode;
import org.brandimage.imaging.restore.RestoredImage;
import org.brandimage.pipeline.candidate.Composite;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.pipeline.candidate.OnceSource;
import org.brandimage.pipeline.candidate.OutpaintedCandidate;
import org.brandimage.pipeline.candidate.PlannedScene;
import org.brandimage.pipeline.candidate.RestoredSource;
import org.brandimage.pipeline.execution.WorkLedger;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.CheckRules;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineCheck.Phase;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * The free work on pixels: puts products back and runs the measured guidelines. An outpainter's
 * picture is opened here first, which counts as the outpainter's work; the guidelines count as
 * judging.
 */
final class Inspection {
  private final EffectiveGuidelines guidelines;
  private final BrandKit brandKit;
  private final RestoreMode restoreMode;
  private final WorkLedger work;

  Inspection(
      EffectiveGuidelines guidelines, BrandKit brandKit, RestoreMode restoreMode, WorkLedger work) {
    this.guidelines = guidelines;
    this.brandKit = brandKit;
    this.restoreMode = restoreMode;
    this.work = work;
  }

  /** Measures a candidate before anything is paid for. */
  Composite composite(Composite bare, StageContext context) throws InterruptedException {
    List<GuidelineCheck> checks = guidelines.checks(Phase.COMPOSITE);
    List<GuidelineResult> results =
        work.attribute(StageId.COMPOSE, StageId.JUDGE, () -> composite(bare, checks, context));
    return new Composite(bare.planned(), bare.candidate(), results);
  }

  /** Runs checks on the free composite. */
  List<GuidelineResult> composite(Composite bare, List<GuidelineCheck> checks, StageContext context)
      throws InterruptedException {
    if (checks.isEmpty()) {
      return List.of();
    }
    PlannedScene planned = bare.planned();
    Candidate candidate = bare.candidate();
    ImageSource reference = new OnceSource(planned.compositor().reference(candidate));
    ImageSource layer = new OnceSource(planned.compositor().productLayer(candidate));
    CheckRequest.Builder request =
        request(
            planned, candidate, reference, reference, layer, planned.compositor().mask(candidate));
    assetBehind(planned).ifPresent(request::background);
    return run(checks, request.build(), context);
  }

  /** Restores the product of a picture and measures it; the provider's own picture counts. */
  JudgedImage picture(OutpaintedCandidate picture, StageContext context)
      throws InterruptedException {
    PlannedScene planned = picture.composite().planned();
    Candidate candidate = picture.composite().candidate();
    RasterImage provided = work.attribute(StageId.RESTORE, StageId.OUTPAINT, () -> opened(picture));
    ImageSource layer = new OnceSource(planned.compositor().productLayer(candidate));
    Mask mask = planned.compositor().mask(candidate);
    RestoredImage restored = ProductRestorer.restore(provided, layer.raster(), mask, restoreMode);
    context.checkActive();
    CheckRequest.Builder request =
        request(
            planned,
            candidate,
            ImageSource.of(provided),
            ImageSource.of(restored.image()),
            layer,
            mask);
    Optional<ImageSource> plate = picture.outpainted().cleanPlate().map(OnceSource::new);
    plate.or(() -> assetBehind(planned)).ifPresent(request::background);
    List<GuidelineResult> results = new ArrayList<>(picture.composite().results());
    List<GuidelineCheck> checks = guidelines.checks(Phase.GENERATED);
    results.addAll(
        work.attribute(
            StageId.RESTORE, StageId.JUDGE, () -> run(checks, request.build(), context)));
    return new JudgedImage(
        picture,
        new RestoredSource(picture.composite(), picture.outpainted().image(), restoreMode),
        restored.report(),
        new Verdict(picture.id(), results));
  }

  private static RasterImage opened(OutpaintedCandidate picture) {
    RasterImage provided = picture.outpainted().image().raster();
    if (!provided.size().equals(picture.composite().planned().canvas().size())) {
      throw new MalformedReplyException(
          "image",
          "the outpainter gave a picture of "
              + provided.size()
              + " for a canvas of "
              + picture.composite().planned().canvas(),
          "");
    }
    return provided;
  }

  private CheckRequest.Builder request(
      PlannedScene planned,
      Candidate candidate,
      ImageSource picture,
      ImageSource restored,
      ImageSource layer,
      Mask mask) {
    CheckRequest.Builder request =
        CheckRequest.builder(
                candidate, picture, restored, layer, mask, planned.scene(), planned.caption())
            .brandKit(brandKit)
            .overflow(planned.overflow());
    if (planned.sceneView() != null) {
      request.sceneView(planned.sceneView());
    }
    return request;
  }

  private static Optional<ImageSource> assetBehind(PlannedScene planned) {
    return planned
        .scene()
        .background()
        .map(asset -> new OnceSource(planned.compositor().background()));
  }

  private static List<GuidelineResult> run(
      List<GuidelineCheck> checks, CheckRequest request, StageContext context)
      throws InterruptedException {
    List<GuidelineResult> results = new ArrayList<>(checks.size());
    for (GuidelineCheck check : checks) {
      context.checkActive();
      results.add(checked(check, check.check(request, context)));
    }
    return results;
  }

  private static GuidelineResult checked(GuidelineCheck check, @Nullable GuidelineResult result) {
    List<BrokenRule> broken = CheckRules.structure(check, result);
    if (result == null || !broken.isEmpty()) {
      throw BrokenRule.failure("check", StageIdentity.of(check).name(), broken);
    }
    return result;
  }
}
