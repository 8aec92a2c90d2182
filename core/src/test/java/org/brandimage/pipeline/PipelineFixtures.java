package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.testkit.checked.CheckedAssetRetriever;
import org.brandimage.spi.testkit.checked.CheckedCaptioner;
import org.brandimage.spi.testkit.checked.CheckedCompositionPlanner;
import org.brandimage.spi.testkit.checked.CheckedCutoutMaker;
import org.brandimage.spi.testkit.checked.CheckedDecomposer;
import org.brandimage.spi.testkit.checked.CheckedOutpainter;
import org.brandimage.spi.testkit.checked.CheckedQualityJudge;
import org.brandimage.spi.testkit.checked.CheckedRanker;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.brandimage.spi.testkit.fake.Fixtures;

/** Pipelines of small real stages, and the stages core's tests bend. */
final class PipelineFixtures {
  static final CampaignBrief BRIEF =
      CampaignBrief.builder(Fixtures.DUCK_PROMPT)
          .canvases(List.of(Fixtures.CANVAS))
          .seed(7)
          .build();

  private PipelineFixtures() {}

  /** Returns a builder with every stage but the outpainter. */
  static PipelineBuilder withoutOutpainter() {
    return complete(
        new CheckedAssetRetriever(new FakeAssetRetriever()),
        new CheckedQualityJudge(new AgreeableJudge()),
        new CheckedRanker(new FakeRanker()));
  }

  /** Returns a builder with every stage. */
  static PipelineBuilder complete() {
    return withoutOutpainter().outpainter(new CheckedOutpainter(new FakeOutpainter()));
  }

  static PipelineBuilder withJudge(QualityJudge judge) {
    return complete(
            new CheckedAssetRetriever(new FakeAssetRetriever()),
            judge,
            new CheckedRanker(new FakeRanker()))
        .outpainter(new CheckedOutpainter(new FakeOutpainter()));
  }

  static PipelineBuilder withRetriever(AssetRetriever retriever) {
    return complete(
            retriever,
            new CheckedQualityJudge(new AgreeableJudge()),
            new CheckedRanker(new FakeRanker()))
        .outpainter(new CheckedOutpainter(new FakeOutpainter()));
  }

  static PipelineBuilder withRanker(Ranker ranker) {
    return complete(
            new CheckedAssetRetriever(new FakeAssetRetriever()),
            new CheckedQualityJudge(new AgreeableJudge()),
            ranker)
        .outpainter(new CheckedOutpainter(new FakeOutpainter()));
  }

  /** Returns what an outpainter gives that does not keep to the canvas. */
  static Outpainting wrongSize() {
    RasterImage small = RasterImage.filled(new Size(10, 10), 0xFF808080);
    return new Outpainting(List.of(new OutpaintedImage(0, ImageSource.of(small), 0)), List.of());
  }

  private static PipelineBuilder complete(
      AssetRetriever retriever, QualityJudge judge, Ranker ranker) {
    return BrandImagePipeline.builder()
        .decomposer(new CheckedDecomposer(new FakeDecomposer()))
        .assetRetriever(retriever)
        .addCutoutMaker(new CheckedCutoutMaker(new FakeCutoutMaker()))
        .captioner(new CheckedCaptioner(new FakeCaptioner()))
        .compositionPlanner(new CheckedCompositionPlanner(new GridPlanner()))
        .qualityJudge(judge)
        .ranker(ranker)
        .guidelineChecks(List.of());
  }

  static PipelineOptions.Builder threads(int threads) {
    return PipelineOptions.builder().threads(threads);
  }

  static CampaignBrief brief(int columns, int rows) {
    return CampaignBrief.builder(Fixtures.DUCK_PROMPT)
        .canvases(List.of(Fixtures.CANVAS))
        .grid(BRIEF.grid().withSections(columns, rows).withRotations(List.of(0.0)))
        .build();
  }

  /** Plans the whole grid at a quarter of the canvas. */
  static final class GridPlanner implements CompositionPlanner {
    @Override
    public CompositionPlan plan(PlanRequest request, StageContext context)
        throws InterruptedException {
      context.checkActive();
      List<List<Size>> sizes = new ArrayList<>();
      CanvasSize canvas = request.canvas();
      request
          .products()
          .forEach(
              product ->
                  sizes.add(
                      Collections.nCopies(
                          product.photos().size(),
                          new Size(canvas.width() / 4, canvas.height() / 4))));
      List<Candidate> candidates = Placer.place(request, sizes);
      return new CompositionPlan(candidates, "a quarter of the canvas");
    }
  }

  /** Finds every guideline kept. */
  static final class AgreeableJudge implements QualityJudge {
    @Override
    public Verdict judge(JudgeRequest request, StageContext context) throws InterruptedException {
      context.checkActive();
      return new Verdict(
          request.candidate().id(),
          request.guidelines().stream()
              .map(
                  guideline ->
                      GuidelineResult.builder(guideline.id(), Outcome.PASS, "test", "It is so.")
                          .build())
              .toList());
    }
  }

  /** Does something before each picture. */
  static Outpainter before(Interruptible action) {
    FakeOutpainter painter = new FakeOutpainter();
    return (request, context) -> {
      action.on(request);
      return painter.outpaint(request, context);
    };
  }

  /** What may happen before a picture. */
  @FunctionalInterface
  interface Interruptible {
    void on(OutpaintRequest request) throws InterruptedException;
  }
}
