package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.retrieve.Selection;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptedPlannerTest {
  private static final CanvasSize CANVAS = new CanvasSize(1000, 1000);

  /**
   * The share proposed, the centimetres visible, the real height (0: not known), and the height as
   * a share of the canvas; for those at a bound the width, as the duck is wider than high.
   */
  @ParameterizedTest
  @CsvSource({
    "0.40, 50, 0, 0.40",
    "0.40, 50, 20, 0.40",
    "0.60, 50, 20, 0.60",
    "0.90, 50, 20, 0.40",
    "0.15, 50, 20, 0.40",
    "0.01, 50, 0, 0.12",
    "1.00, 50, 0, 0.86",
    "0.50, 10000, 20, 0.12",
    "0.30, 1, 20, 0.86"
  })
  void plan_proposedShare_isBoundedAndHeldAgainstTheRealHeight(
      double share, double visibleCm, double realCm, double expected) throws InterruptedException {
    CompositionPlan plan = plan(scene(realCm), request -> Replies.plan(request, share, visibleCm));

    var placement = plan.candidates().get(0).placements().get(0);
    boolean bound = (realCm == 0 && expected != share) || visibleCm == 1;
    double side = bound ? placement.width() : placement.height();
    assertThat(side / CANVAS.height()).isCloseTo(expected, within(0.01));
  }

  @Test
  void plan_twoKnownHeightsOutOfProportion_keepTheRealOne() throws InterruptedException {
    Scene scene =
        Scene.builder("s", List.of(selection("mug", 1, 10), selection("shoe", 2, 20))).build();

    CompositionPlan plan =
        plan(
            scene,
            request ->
                "{\"products\":[{\"product\":1,\"reason\":\"x\",\"height_share\":0.14},"
                    + "{\"product\":2,\"reason\":\"y\",\"height_share\":0.86}],"
                    + "\"visible_height_cm\":40}",
            new CanvasSize(4000, 1000));

    var placements = plan.candidates().get(0).placements();
    double ratio = (double) placements.get(1).height() / placements.get(0).height();
    assertThat(placements.get(0).product()).isZero();
    assertThat(ratio).isCloseTo(2, within(0.1));
    assertThat(plan.rationale()).contains("proportions");
  }

  @Test
  void plan_noBackground_showsTheModelAnEmptyCanvasOfTheRightSize() throws InterruptedException {
    List<LanguageRequest> requests = new ArrayList<>();
    plan(
        scene(0),
        request -> {
          requests.add(request);
          return Replies.plan(request, 0.4, 50);
        });

    LanguageRequest request = requests.get(0);
    assertThat(request.images()).hasSize(2);
    assertThat(request.images().get(1).size()).isEqualTo(CANVAS.size());
    assertThat(Replies.text(request, "products")).contains("real height not known");
  }

  @Test
  void plan_productLeftOutTwice_failsAsMalformed() {
    assertThatThrownBy(
            () ->
                plan(
                    scene(0),
                    request ->
                        "{\"products\":[{\"product\":2,\"reason\":\"x\",\"height_share\":0.4}],"
                            + "\"visible_height_cm\":60}"))
        .isInstanceOf(MalformedReplyException.class)
        .hasMessageContaining("each product");
  }

  private static CompositionPlan plan(Scene scene, Function<LanguageRequest, String> script)
      throws InterruptedException {
    return plan(scene, script, CANVAS);
  }

  private static CompositionPlan plan(
      Scene scene, Function<LanguageRequest, String> script, CanvasSize canvas)
      throws InterruptedException {
    PlanRequest request =
        PlanRequest.builder(scene, Fixtures.caption(), canvas, Fixtures.cutouts(scene)).build();
    return PromptedPlanner.create(new FakeLanguageModel(script))
        .plan(request, TestContexts.active(1));
  }

  private static Scene scene(double realCm) {
    return Scene.builder("s", List.of(selection("duck", 0, realCm))).build();
  }

  private static Selection selection(String name, int index, double realCm) {
    Asset asset = Fixtures.library().get(index);
    Asset.Builder known = Asset.builder(asset.id(), asset.kind(), asset.photos());
    if (realCm > 0) {
      known.heightCm(realCm);
    }
    return new Selection(Fixtures.entity(EntityKind.PRODUCT, name), known.build());
  }
}
