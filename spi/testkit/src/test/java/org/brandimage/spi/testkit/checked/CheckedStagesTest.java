package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.brandimage.spi.testkit.fake.Compositions;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCaptioner;
import org.brandimage.spi.testkit.fake.FakeCompositionPlanner;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeGuidelineCheck;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.spi.testkit.fake.FakeQualityJudge;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.brandimage.spi.testkit.fake.FakeRefiner;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.Test;

/** Checked stages let good answers through and stop the others with the rule's number. */
class CheckedStagesTest {
  private static final StageContext RUN = TestContexts.active();
  private static final Size CANVAS = Fixtures.CANVAS.size();
  private static final RankRequest RANK =
      RankRequest.of(
          List.of(Fixtures.contender("a", TestPictures.duck(new Size(16, 16), 0xFF000000))));

  @Test
  void decomposer_inventedPhrase_isD1() throws InterruptedException {
    DecomposeRequest request = DecomposeRequest.of("a shoe");
    Entity duck = new Entity(EntityKind.PRODUCT, "duck", "duck");
    Decomposition invented = new Decomposition(List.of(duck), List.of(), List.of());
    assertThat(new CheckedDecomposer(new FakeDecomposer()).decompose(request, RUN)).isNotNull();
    breaks("D1", () -> new CheckedDecomposer((q, c) -> invented).decompose(request, RUN));
  }

  @Test
  void retriever_otherEntity_isA8() throws InterruptedException {
    RetrieveRequest request =
        RetrieveRequest.of(Fixtures.entity(EntityKind.PRODUCT, "rubber duck"));
    Retrieval other =
        new Retrieval(Fixtures.entity(EntityKind.PRODUCT, "shoe"), List.of(), List.of());
    assertThat(new CheckedAssetRetriever(new FakeAssetRetriever()).retrieve(request, RUN))
        .isNotNull();
    breaks("A8", () -> new CheckedAssetRetriever((q, c) -> other).retrieve(request, RUN));
  }

  @Test
  void captioner_instruction_isT1() throws InterruptedException {
    CaptionRequest request =
        new CaptionRequest(Fixtures.duckScene(), Fixtures.brandKit(), List.of());
    Caption bad = Caption.builder("Create a duck", "duck", "duck", "duck").build();
    assertThat(new CheckedCaptioner(new FakeCaptioner()).caption(request, RUN)).isNotNull();
    breaks("T1", () -> new CheckedCaptioner((q, c) -> bad).caption(request, RUN));
  }

  @Test
  void planner_boxOutsideTheCanvas_isP3() throws InterruptedException {
    PlanRequest request = plan(new CanvasSize(320, 320));
    CompositionPlan large = new FakeCompositionPlanner().plan(plan(new CanvasSize(999, 999)), RUN);
    assertThat(new CheckedCompositionPlanner(new FakeCompositionPlanner()).plan(request, RUN))
        .isNotNull();
    breaks("P3", () -> new CheckedCompositionPlanner((q, c) -> large).plan(request, RUN));
  }

  @Test
  void outpainter_missingPicture_isO3() throws InterruptedException {
    OutpaintRequest request = Compositions.outpaint(CANVAS).build();
    Outpainting nothing = new Outpainting(List.of(), List.of());
    assertThat(new CheckedOutpainter(new FakeOutpainter()).outpaint(request, RUN)).isNotNull();
    breaks("O3", () -> new CheckedOutpainter((q, c) -> nothing).outpaint(request, RUN));
  }

  @Test
  void judge_missingAnswer_isJ1() throws InterruptedException {
    Verdict silent = new Verdict("c2-of-3+0", List.of());
    assertThat(
            new CheckedQualityJudge(new FakeQualityJudge()).judge(Compositions.judge(CANVAS), RUN))
        .isNotNull();
    breaks(
        "J1",
        () -> new CheckedQualityJudge((q, c) -> silent).judge(Compositions.judge(CANVAS), RUN));
  }

  @Test
  void check_otherGuideline_isG1() throws InterruptedException {
    FakeGuidelineCheck fake = new FakeGuidelineCheck();
    CheckedGuidelineCheck good = new CheckedGuidelineCheck(fake);
    var request = Compositions.check(Compositions.reference(CANVAS)).build();
    assertThat(good.check(request, RUN).outcome()).isEqualTo(Outcome.PASS);
    assertThat(good.guideline()).isEqualTo(fake.guideline());
    assertThat(good.phase()).isEqualTo(fake.phase());
    GuidelineResult other =
        GuidelineResult.builder("other", Outcome.UNANSWERED, "me", "Who knows.").build();
    assertThat(good.broken(request, other)).extracting(BrokenRule::rule).containsExactly("G1");
  }

  @Test
  void ranker_lostContender_isR3() throws InterruptedException {
    assertThat(new CheckedRanker(new FakeRanker()).rank(RANK, RUN)).isNotNull();
    breaks("R3", () -> new CheckedRanker((q, c) -> Ranking.of(List.of())).rank(RANK, RUN));
  }

  @Test
  void cutoutMaker_uncroppedPhoto_isM2() throws InterruptedException {
    ImageSource photo = ImageSource.of(TestPictures.duck(CANVAS, TestPictures.CLEAR));
    CutoutRequest request = new CutoutRequest("duck", photo);
    assertThat(new CheckedCutoutMaker(new FakeCutoutMaker()).cut(request, RUN)).isNotNull();
    breaks(
        "M2",
        () -> new CheckedCutoutMaker((q, c) -> new Cutout(photo, 1, "none")).cut(request, RUN));
  }

  @Test
  void refiner_stageOfTheCore_isF1() throws InterruptedException {
    RefineRequest request = RefineRequest.builder("a duck", 1).build();
    Refinement core = new Refinement(Map.of(StageId.SELECT, List.of("be kind")), Set.of());
    assertThat(new CheckedRefiner(new FakeRefiner()).refine(request, RUN)).isNotNull();
    breaks("F1", () -> new CheckedRefiner((q, c) -> core).refine(request, RUN));
  }

  @Test
  void anyStage_nullResult_isC1() {
    breaks("C1", () -> new CheckedRanker((q, c) -> null).rank(RANK, RUN));
  }

  @Test
  void anyStage_libraryException_isC7() {
    Ranker broken =
        (request, context) -> {
          throw new IllegalArgumentException("odd");
        };
    breaks("C7", () -> new CheckedRanker(broken).rank(RANK, RUN));
  }

  @Test
  void anyStage_typedFailureAndInterruption_passThrough() {
    Ranker failing =
        (request, context) -> {
          throw new StageException("sorry");
        };
    assertThatExceptionOfType(StageException.class)
        .isThrownBy(() -> new CheckedRanker(failing).rank(RANK, RUN));
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> new CheckedRanker(new FakeRanker()).rank(RANK, TestContexts.cancelled()));
  }

  @Test
  void close_closeableStage_isClosedTwiceAndRefusesUse() {
    Closeable stage = new Closeable(false);
    CheckedRanker checked = new CheckedRanker(stage);
    checked.close();
    assertThat(stage.closed).isEqualTo(2);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> checked.rank(RANK, RUN));
    breaks("C8", () -> new CheckedRanker(new Closeable(true)).close());
  }

  @Test
  void identityAndPrice_areThoseOfTheStage() {
    OutpaintRequest request = Compositions.outpaint(CANVAS).count(3).build();
    CheckedOutpainter paid = new CheckedOutpainter(new FakePaidOutpainter());
    assertThat(paid.identity())
        .isEqualTo(new StageIdentity("FakePaidOutpainter", "1", "fake-model"));
    assertThat(paid.estimate(request)).isEqualTo(new Cost(3, 120_000));
    assertThat(new CheckedOutpainter(new FakeOutpainter()).estimate(request)).isEqualTo(Cost.NONE);
  }

  private static PlanRequest plan(CanvasSize canvas) {
    return PlanRequest.builder(
            Fixtures.duckScene(),
            Fixtures.caption(),
            canvas,
            Fixtures.cutouts(Fixtures.duckScene()))
        .build();
  }

  private static void breaks(String rule, ThrowingCallable call) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(call)
        .withMessageContaining(rule + " ");
  }

  private static final class Closeable implements Ranker, AutoCloseable {
    private final boolean once;
    private int closed;

    Closeable(boolean once) {
      this.once = once;
    }

    @Override
    public Ranking rank(RankRequest request, StageContext context) {
      return Ranking.of(List.of());
    }

    @Override
    public void close() {
      if (++closed > 1 && once) {
        throw new IllegalStateException("closed before");
      }
    }
  }
}
