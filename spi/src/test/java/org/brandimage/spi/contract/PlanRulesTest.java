package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Scene;
import org.junit.jupiter.api.Test;

/** P1 to P4 and P6 to P9, kept and broken. */
class PlanRulesTest {
  private static final Box LEFT = new Box(10, 40, 16, 12);
  private static final Box RIGHT = new Box(60, 40, 16, 12);
  private static final PlanRequest REQUEST = request(Grid.DEFAULT);

  @Test
  void anyRule_twoProductsSideBySide_areKept() {
    CompositionPlan plan = plan(Samples.placement(0, LEFT), Samples.placement(1, RIGHT));
    assertThat(PlanRules.all(REQUEST, plan)).isEmpty();
    assertThat(PlanRules.structure(REQUEST, plan)).isEmpty();
  }

  @Test
  void p1_lostAndUnknownProduct_isBroken() {
    CompositionPlan plan = plan(Samples.placement(0, LEFT), Samples.placement(99, RIGHT));
    assertThat(PlanRules.structure(REQUEST, plan))
        .singleElement()
        .returns("P1", BrokenRule::rule)
        .returns("c1: missing [1], unknown [99]", BrokenRule::found);
    assertThat(Samples.numbers(PlanRules.all(REQUEST, plan))).containsExactly("P1");
  }

  @Test
  void p2_photoThatIsNotThere_isBroken() {
    for (int photo : new int[] {1, Integer.MAX_VALUE}) {
      CompositionPlan plan =
          plan(new Placement(0, photo, 16, 12, 0, LEFT, 0), Samples.placement(1, RIGHT));
      assertThat(Samples.numbers(PlanRules.structure(REQUEST, plan))).containsExactly("P2");
      assertThat(Samples.numbers(PlanRules.all(REQUEST, plan))).containsExactly("P2");
    }
  }

  @Test
  void p3_boxOutsideTheCanvasOrInASafeZone_isBroken() {
    for (Box box :
        List.of(
            new Box(-5, 40, 16, 12),
            new Box(Integer.MIN_VALUE, Integer.MIN_VALUE, 16, 12),
            new Box(Integer.MAX_VALUE - 16, 40, 16, 12),
            new Box(60, 2, 16, 12))) {
      CompositionPlan plan = plan(Samples.placement(0, RIGHT), Samples.placement(1, box));
      assertThat(Samples.numbers(PlanRules.all(REQUEST, plan))).as("%s", box).containsExactly("P3");
      assertThat(PlanRules.structure(REQUEST, plan)).isEmpty();
    }
  }

  @Test
  void p3_boxThatReachesOut_isKeptWithinTheOverflow() {
    PlanRequest overflowing = request(Grid.DEFAULT.withOverflow(0.5));
    CompositionPlan half =
        plan(Samples.placement(0, new Box(-8, 40, 16, 12)), Samples.placement(1, RIGHT));
    CompositionPlan most =
        plan(Samples.placement(0, new Box(-12, 40, 16, 12)), Samples.placement(1, RIGHT));
    assertThat(PlanRules.all(overflowing, half)).isEmpty();
    assertThat(Samples.numbers(PlanRules.all(overflowing, most))).containsExactly("P3");
  }

  @Test
  void p4_boxesThatOverlap_areBroken() {
    CompositionPlan plan =
        plan(Samples.placement(0, LEFT), Samples.placement(1, LEFT.translated(1, 1)));
    assertThat(PlanRules.all(REQUEST, plan))
        .singleElement()
        .returns("P4", BrokenRule::rule)
        .returns("c1: products 0 and 1", BrokenRule::found);
  }

  @Test
  void p6_oneMoreThanTheGridAllows_isBroken() {
    Placement[] placements = {Samples.placement(0, LEFT), Samples.placement(1, RIGHT)};
    CompositionPlan two =
        new CompositionPlan(
            List.of(Samples.candidate("c1", placements), Samples.candidate("c2", placements)), "");
    PlanRequest one = request(new Grid(3, 1, List.of(0.0), List.of(1.0), 1));
    assertThat(PlanRules.structure(one, two))
        .singleElement()
        .returns("P6", BrokenRule::rule)
        .returns("2 candidates, at most 1", BrokenRule::found);
  }

  @Test
  void p7_boxOfAnotherSize_isBroken() {
    for (Box box : List.of(new Box(10, 40, 19, 12), new Box(10, 40, 16, 9))) {
      CompositionPlan plan =
          plan(new Placement(0, 0, 16, 12, 0, box, 0), Samples.placement(1, RIGHT));
      assertThat(Samples.numbers(PlanRules.all(REQUEST, plan))).containsExactly("P7");
    }
  }

  @Test
  void p8_rotationOfItsOwn_isBroken() {
    CompositionPlan plan =
        plan(new Placement(0, 0, 16, 12, 0.01, LEFT, 0), Samples.placement(1, RIGHT));
    assertThat(Samples.numbers(PlanRules.all(REQUEST, plan))).containsExactly("P8");
  }

  @Test
  void p9_squashedProduct_isBroken() {
    CompositionPlan plan =
        plan(new Placement(0, 0, 16, 10, 0, LEFT, 0), Samples.placement(1, RIGHT));
    assertThat(PlanRules.all(REQUEST, plan))
        .singleElement()
        .returns("P9", BrokenRule::rule)
        .returns("c1: 16x10 of 8x6", BrokenRule::found);
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(PlanRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(PlanRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static CompositionPlan plan(Placement... placements) {
    return new CompositionPlan(List.of(Samples.candidate("c1", placements)), "");
  }

  private static PlanRequest request(Grid grid) {
    Cutout cutout = new Cutout(Samples.white(Samples.SIZE), 1, "test");
    Scene scene = Samples.scene("duck", "mug");
    return PlanRequest.builder(
            scene,
            Samples.CAPTION,
            new CanvasSize(100, 100),
            scene.products().stream()
                .map(product -> new ProductCutouts(product, List.of(cutout)))
                .toList())
        .grid(grid)
        .safeMargin(0)
        .safeZones(List.of(new SafeZone(0, 0, 1, 0.1)))
        .build();
  }
}
