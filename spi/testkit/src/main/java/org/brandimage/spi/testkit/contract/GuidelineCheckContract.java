package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.CheckRules;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineCheck.Phase;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.testkit.fake.Compositions;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link GuidelineCheck}: extend it and say how to make yours. */
public abstract class GuidelineCheckContract
    extends StageContract<GuidelineCheck, CheckRequest, GuidelineResult> {
  private static final Size CANVAS = Fixtures.CANVAS.size();

  /** For subclasses. */
  protected GuidelineCheckContract() {}

  /**
   * Makes the check under test.
   *
   * @return a check
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract GuidelineCheck guidelineCheck() throws Exception;

  @Override
  protected List<CheckRequest> requests() {
    CheckRequest composite = Compositions.check(Compositions.reference(CANVAS)).build();
    if (stage().phase() == Phase.COMPOSITE) {
      return List.of(composite);
    }
    return List.of(
        composite,
        Compositions.check(TestPictures.landscape(CANVAS, 0xFFF09040, 0xFF603040)).build(),
        Compositions.check(TestPictures.noise(CANVAS, SEED)).build());
  }

  @Override
  protected List<CheckRequest> awkwardRequests() {
    CheckRequest usual = Compositions.check(Compositions.reference(CANVAS)).build();
    ImageSource damaged = TestPictures.unreadable(CANVAS);
    ImageSource clear = ImageSource.of(RasterImage.filled(CANVAS, TestPictures.CLEAR));
    return List.of(
        request(usual, damaged, usual.productLayer()),
        request(usual, usual.picture(), damaged),
        request(usual, clear, usual.productLayer()),
        request(usual, usual.picture(), clear));
  }

  /** If this fails, take the id from the check's own guideline. */
  @Test
  @DisplayName("G1 a result names the check's guideline and who measured")
  public final void g1_anyResult_namesItsGuideline() throws InterruptedException {
    for (CheckRequest request : requests()) {
      KeptRule.require("G1", CheckRules.all(stage(), answer(request)));
    }
  }

  /** If this fails, give both, or answer UNANSWERED. */
  @Test
  @DisplayName("G2 a measured answer has its number and its threshold")
  public final void g2_answeredGuideline_hasNumberAndThreshold() throws InterruptedException {
    for (CheckRequest request : requests()) {
      KeptRule.require("G2", CheckRules.all(stage(), answer(request)));
    }
  }

  /** If this fails, hold guideline and phase in final fields. */
  @Test
  @DisplayName("G3 guideline and phase stay the same")
  public final void g3_guidelineAndPhase_stayTheSame() throws InterruptedException {
    Guideline guideline = stage().guideline();
    Phase phase = stage().phase();
    answer(requests().get(0));
    assertThat(stage().guideline()).isEqualTo(guideline);
    assertThat(stage().phase()).isEqualTo(phase);
  }

  /** If this fails, the check asks a service: make it a judge. */
  @Test
  @DisplayName("G4 a check costs nothing")
  public final void g4_anyCheck_isFree() throws InterruptedException {
    for (CheckRequest request : requests()) {
      TestContext context = TestContexts.active(SEED);
      answer(request, context);
      assertThat(context.costs().spent()).isEqualTo(Cost.NONE);
      assertThat(context.calls()).allMatch(call -> call.cost().equals(Cost.NONE));
    }
  }

  /** If this fails, look for a product that is taken for the only one. */
  @Test
  @DisplayName("G5 a picture of two products is checked like any other")
  public final void g5_twoProducts_areChecked() throws InterruptedException {
    assertThat(answer(TwoProducts.check()).reason()).isNotBlank();
  }

  @Override
  final List<CheckRequest> largeRequests() {
    return List.of(Compositions.check(Compositions.reference(LARGE)).build());
  }

  @Override
  final CheckRequest withPictures(CheckRequest request, UnaryOperator<ImageSource> change) {
    CheckRequest.Builder changed =
        CheckRequest.builder(
                request.candidate(),
                change.apply(request.picture()),
                change.apply(request.restored()),
                change.apply(request.productLayer()),
                request.mask(),
                request.scene(),
                request.caption())
            .brandKit(request.brandKit())
            .overflow(request.overflow());
    request.background().ifPresent(background -> changed.background(change.apply(background)));
    return changed.build();
  }

  @Override
  final GuidelineCheck create() throws Exception {
    return guidelineCheck();
  }

  @Override
  final GuidelineResult call(GuidelineCheck stage, CheckRequest request, StageContext context)
      throws InterruptedException {
    return stage.check(request, context);
  }

  @Override
  final Object snapshot(CheckRequest request) {
    return List.of(
        request.candidate(),
        Content.of(request.picture()),
        Content.of(request.restored()),
        Content.of(request.productLayer()),
        request.mask(),
        request.background().map(image -> Content.of(image)).orElse("none"));
  }

  @Override
  final Object content(GuidelineResult result) {
    return Content.of(result);
  }

  @Override
  final List<String> secrets(CheckRequest request) {
    return List.of(request.caption().text());
  }

  private static CheckRequest request(
      CheckRequest usual, ImageSource picture, ImageSource productLayer) {
    return CheckRequest.builder(
            usual.candidate(),
            picture,
            picture,
            productLayer,
            usual.mask(),
            usual.scene(),
            usual.caption())
        .build();
  }
}
