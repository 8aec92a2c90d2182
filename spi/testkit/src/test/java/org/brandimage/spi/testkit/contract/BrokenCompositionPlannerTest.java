package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.testkit.fake.FakeCompositionPlanner;
import org.junit.jupiter.api.Test;

/** Each rule of a planner is broken on purpose, and the contract names just that rule. */
class BrokenCompositionPlannerTest {
  private static final AtomicReference<CompositionPlanner> BROKEN = new AtomicReference<>();
  private static final CompositionPlanner FAKE = new FakeCompositionPlanner();

  @Test
  void p1_lostProduct_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    changed(
                        FAKE.plan(request, context),
                        candidate ->
                            new Candidate(candidate.id(), candidate.placements().subList(0, 1)))))
        .containsExactly("P1");
  }

  @Test
  void p2_photoThatIsNotThere_isFound() {
    assertThat(rulesBrokenBy(moving(p -> with(p, 7, p.width(), p.height(), p.box()))))
        .containsExactly("P2");
  }

  @Test
  void p3_boxOutsideTheCanvas_isFound() {
    assertThat(rulesBrokenBy(moving(p -> p.product() > 0 ? p : pushedOut(p))))
        .containsExactly("P3");
  }

  @Test
  void p4_hiddenProduct_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    changed(
                        FAKE.plan(request, context),
                        candidate -> {
                          Box first = candidate.placements().get(0).box();
                          return new Candidate(
                              candidate.id(),
                              candidate.placements().stream()
                                  .map(p -> with(p, 0, p.width(), p.height(), at(first, p.box())))
                                  .toList());
                        })))
        .containsExactly("P4");
  }

  @Test
  void p5_idsFromACounter_areFound() {
    AtomicInteger counter = new AtomicInteger();
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    changed(
                        FAKE.plan(request, context),
                        candidate ->
                            new Candidate(
                                "c" + counter.incrementAndGet(), candidate.placements()))))
        .containsExactly("C4", "C5", "P5");
  }

  @Test
  void p6_oneTooMany_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  CompositionPlan plan = FAKE.plan(request, context);
                  List<Candidate> candidates = new ArrayList<>(plan.candidates());
                  candidates.add(new Candidate("more", candidates.get(0).placements()));
                  return new CompositionPlan(candidates, plan.rationale());
                }))
        .containsExactly("P6");
  }

  @Test
  void p7_boxOfTheUprightSize_isFound() {
    assertThat(
            rulesBrokenBy(
                moving(
                    p ->
                        with(
                            p,
                            0,
                            p.width(),
                            p.height(),
                            new Box(p.box().x(), p.box().y(), p.box().width(), 1)))))
        .containsExactly("P7");
  }

  @Test
  void p8_rotationOfItsOwn_isFound() {
    assertThat(
            rulesBrokenBy(
                moving(
                    p ->
                        new Placement(
                            p.product(),
                            p.photo(),
                            p.width(),
                            p.height(),
                            p.rotation() + 0.01,
                            p.box(),
                            p.zOrder()))))
        .containsExactly("P8");
  }

  @Test
  void p9_squashedProduct_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    changed(
                        FAKE.plan(request, context),
                        candidate ->
                            new Candidate(
                                candidate.id(),
                                candidate.placements().stream()
                                    .map(BrokenCompositionPlannerTest::squashed)
                                    .toList()))))
        .containsExactly("P9");
  }

  /**
   * Two pixels less, which the rule about the box allows and the one about proportions does not.
   */
  private static Placement squashed(Placement p) {
    return p.height() < 8 ? p : with(p, 0, p.width(), p.height() - 2, p.box());
  }

  private static Placement pushedOut(Placement p) {
    return with(p, 0, p.width(), p.height(), p.box().translated(-p.box().right(), 0));
  }

  private static Box at(Box place, Box size) {
    return new Box(place.x(), place.y(), size.width(), size.height());
  }

  private static Placement with(Placement p, int photo, int width, int height, Box box) {
    return new Placement(p.product(), photo, width, height, p.rotation(), box, p.zOrder());
  }

  private static CompositionPlanner moving(UnaryOperator<Placement> change) {
    return (request, context) ->
        changed(
            FAKE.plan(request, context),
            candidate ->
                new Candidate(
                    candidate.id(), candidate.placements().stream().map(change).toList()));
  }

  private static CompositionPlan changed(CompositionPlan plan, UnaryOperator<Candidate> change) {
    return new CompositionPlan(plan.candidates().stream().map(change).toList(), plan.rationale());
  }

  private static List<String> rulesBrokenBy(CompositionPlanner planner) {
    BROKEN.set(planner);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends CompositionPlannerContract {
    @Override
    protected CompositionPlanner compositionPlanner() {
      return BROKEN.get();
    }
  }
}
