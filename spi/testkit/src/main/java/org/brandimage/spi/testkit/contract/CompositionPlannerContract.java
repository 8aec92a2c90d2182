package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.PlanRules;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link CompositionPlanner}: extend it and say how to make yours. */
public abstract class CompositionPlannerContract
    extends StageContract<CompositionPlanner, PlanRequest, CompositionPlan> {
  private static final CanvasSize WIDE = new CanvasSize(800, 320);
  private static final SafeZone HEADLINE = new SafeZone(0, 0, 1, 0.25);
  private static final SafeZone LOGO = new SafeZone(0.8, 0.8, 0.2, 0.2);
  private static final CanvasSize TALL = new CanvasSize(320, 800);

  /** For subclasses. */
  protected CompositionPlannerContract() {}

  /**
   * Makes the planner under test.
   *
   * @return a planner
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract CompositionPlanner compositionPlanner() throws Exception;

  @Override
  protected List<PlanRequest> requests() {
    Grid many = new Grid(4, 2, List.of(0.0, 30.0, -45.0, 90.0), List.of(0.5, 1.0, 1.5), 100);
    return List.of(
        plan(Fixtures.duckScene(), Fixtures.CANVAS).build(),
        plan(Fixtures.duckScene(), TALL).grid(many).safeMargin(0.1).build(),
        plan(Fixtures.twoProductScene(), WIDE).build(),
        plan(Fixtures.twoProductScene(), WIDE).grid(capped(5)).build(),
        plan(Fixtures.twoProductScene(), WIDE).safeZones(List.of(HEADLINE, LOGO)).build(),
        plan(Fixtures.duckScene(), TALL).grid(scaled(4).withAnchors(3).withOverflow(0.4)).build());
  }

  @Override
  protected List<PlanRequest> awkwardRequests() {
    return List.of(
        plan(Fixtures.duckScene(), new CanvasSize(64, 64)).safeMargin(0.4).build(),
        plan(Fixtures.twoProductScene(), new CanvasSize(64, 1024)).build(),
        plan(Fixtures.duckScene(), Fixtures.CANVAS).grid(scaled(4)).build(),
        plan(Fixtures.duckScene(), Fixtures.CANVAS).grid(scaled(0.0001)).build(),
        plan(Fixtures.duckScene(), Fixtures.CANVAS).notes(List.of("", "\u0000{}\"</x>")).build());
  }

  /** If this fails, look at the loop over the scene's products. */
  @Test
  @DisplayName("P1 every candidate places every product once")
  public final void p1_anyCandidate_placesEveryProductOnce() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P1", PlanRules.all(request, answer(request)));
    }
  }

  /** If this fails, look which index is meant: the photo's, within its product. */
  @Test
  @DisplayName("P2 every placement shows a photo its product has")
  public final void p2_anyPlacement_showsAPhotoOfItsProduct() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P2", PlanRules.all(request, answer(request)));
    }
  }

  /**
   * If this fails, look at the rotated box, not the upright size; up to one pixel is rounding. With
   * a grid's overflow no larger share of a box may lie beyond the canvas, and no margin holds.
   */
  @Test
  @DisplayName("P3 boxes lie inside the canvas, out of its safe margin and zones")
  public final void p3_anyBox_liesInsideTheSafeArea() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P3", PlanRules.all(request, answer(request)));
    }
  }

  /** If this fails, leave cells out in which two products would meet. */
  @Test
  @DisplayName("P4 no two boxes of a candidate overlap")
  public final void p4_boxesOfACandidate_doNotOverlap() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P4", PlanRules.all(request, answer(request)));
    }
  }

  /** If this fails, make ids from the cell's place in the grid, not from a counter or the model. */
  @Test
  @DisplayName("P5 the same request gives the same ids")
  public final void p5_sameRequest_givesTheSameIds() throws InterruptedException {
    for (PlanRequest request : requests()) {
      assertThat(ids(answer(request))).isEqualTo(ids(answer(request)));
    }
  }

  /** If this fails, stop at the cap rather than build the whole product of the lists. */
  @Test
  @DisplayName("P6 there are never more candidates than the grid allows")
  public final void p6_anyPlan_keepsToTheCap() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P6", PlanRules.all(request, answer(request)));
    }
    PlanRequest single = plan(Fixtures.twoProductScene(), WIDE).grid(capped(1)).build();
    assertThat(answer(single).candidates()).hasSize(1);
  }

  /**
   * If this fails, the box is not |w cos r| + |h sin r| by |w sin r| + |h cos r|, give or take 1.
   */
  @Test
  @DisplayName("P7 a box is as large as its rotated cut-out")
  public final void p7_anyBox_fitsTheRotatedCutout() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P7", PlanRules.all(request, answer(request)));
    }
  }

  /** If this fails, look for a rotation that is added to the grid's. */
  @Test
  @DisplayName("P8 every rotation is one of the grid's")
  public final void p8_anyRotation_isOneOfTheGrids() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P8", PlanRules.all(request, answer(request)));
    }
  }

  /** If this fails, compute one side from the other by the cut-out's proportions. */
  @Test
  @DisplayName("P9 a product keeps its proportions, up to a pixel")
  public final void p9_anyPlacement_keepsTheCutoutsProportions() throws InterruptedException {
    for (PlanRequest request : requests()) {
      KeptRule.require("P9", PlanRules.all(request, answer(request)));
    }
  }

  @Override
  final CompositionPlanner create() throws Exception {
    return compositionPlanner();
  }

  @Override
  final CompositionPlan call(CompositionPlanner stage, PlanRequest request, StageContext context)
      throws InterruptedException {
    return stage.plan(request, context);
  }

  @Override
  final Object snapshot(PlanRequest request) {
    return List.of(request.fingerprint(), request.notes(), Content.ofCutouts(request.products()));
  }

  @Override
  final Object content(CompositionPlan result) {
    return result;
  }

  @Override
  final List<String> secrets(PlanRequest request) {
    return List.of(request.caption().text());
  }

  private static PlanRequest.Builder plan(Scene scene, CanvasSize canvas) {
    return PlanRequest.builder(scene, Fixtures.caption(), canvas, Fixtures.cutouts(scene));
  }

  private static Grid capped(int maxCandidates) {
    return new Grid(3, 1, List.of(0.0, 15.0, -15.0), List.of(1.0), maxCandidates);
  }

  private static Grid scaled(double scale) {
    return Grid.DEFAULT.withScales(List.of(scale));
  }

  private static List<String> ids(CompositionPlan plan) {
    return plan.candidates().stream().map(Candidate::id).toList();
  }
}
