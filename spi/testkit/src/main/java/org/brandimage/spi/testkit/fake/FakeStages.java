package org.brandimage.spi.testkit.fake;

import java.util.List;
import java.util.Optional;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.retrieve.AssetRetriever;

/**
 * Every fake in one bundle: a whole pipeline over {@link Fixtures#library()} without a model, a
 * file or a cent. Thread-safe.
 */
public final class FakeStages implements StageBundle {
  private final FakeDecomposer decomposer = new FakeDecomposer();
  private final FakeAssetRetriever retriever = new FakeAssetRetriever();
  private final List<CutoutMaker> cutoutMakers = List.of(new FakeCutoutMaker());
  private final FakeCaptioner captioner = new FakeCaptioner();
  private final FakeCompositionPlanner planner = new FakeCompositionPlanner();
  private final FakeOutpainter outpainter = new FakeOutpainter();
  private final FakeQualityJudge judge = new FakeQualityJudge();
  private final List<GuidelineCheck> checks = List.of(new FakeGuidelineCheck());
  private final FakeRanker ranker = new FakeRanker();
  private final FakeRefiner refiner = new FakeRefiner();
  private final FakeLanguageModel languageModel = new FakeLanguageModel();
  private final FakeEmbedder embedder = new FakeEmbedder();
  private final FakeImageSimilarity similarity = new FakeImageSimilarity();

  /** Creates a bundle with fakes of its own. */
  public FakeStages() {}

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Optional<Decomposer> decomposer() {
    return Optional.of(decomposer);
  }

  @Override
  public Optional<AssetRetriever> assetRetriever() {
    return Optional.of(retriever);
  }

  @Override
  public List<CutoutMaker> cutoutMakers() {
    return cutoutMakers;
  }

  @Override
  public Optional<Captioner> captioner() {
    return Optional.of(captioner);
  }

  @Override
  public Optional<CompositionPlanner> compositionPlanner() {
    return Optional.of(planner);
  }

  @Override
  public Optional<Outpainter> outpainter() {
    return Optional.of(outpainter);
  }

  @Override
  public Optional<QualityJudge> qualityJudge() {
    return Optional.of(judge);
  }

  @Override
  public List<GuidelineCheck> guidelineChecks() {
    return checks;
  }

  @Override
  public Optional<Ranker> ranker() {
    return Optional.of(ranker);
  }

  @Override
  public Optional<Refiner> refiner() {
    return Optional.of(refiner);
  }

  @Override
  public Optional<LanguageModel> languageModel() {
    return Optional.of(languageModel);
  }

  @Override
  public Optional<Embedder> embedder() {
    return Optional.of(embedder);
  }

  @Override
  public Optional<ImageSimilarity> imageSimilarity() {
    return Optional.of(similarity);
  }
}
