package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.fake.FakeRefiner;
import org.junit.jupiter.api.Test;

/** Each rule of a refiner is broken on purpose, and the contract names just that rule. */
class BrokenRefinerTest {
  private static final AtomicReference<Refiner> BROKEN = new AtomicReference<>();
  private static final Refiner FAKE = new FakeRefiner();

  @Test
  void f1_stageOfTheCore_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    FAKE.refine(request, context).notes().isEmpty()
                        ? none()
                        : noting(StageId.RESTORE, List.of("restore more"))))
        .containsExactly("F1");
  }

  @Test
  void f2_endlessRefinement_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  FAKE.refine(request, context);
                  return noting(StageId.CAPTION, List.of("try again"));
                }))
        .containsExactly("F2");
  }

  @Test
  void f3_droppedWish_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    FAKE.refine(
                        RefineRequest.builder(request.prompt(), request.round())
                            .captions(request.captions())
                            .verdicts(request.verdicts())
                            .build(),
                        context)))
        .containsExactly("F3");
  }

  @Test
  void f4_stageWithoutANote_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    FAKE.refine(request, context).notes().isEmpty()
                        ? none()
                        : noting(StageId.CAPTION, List.of())))
        .containsExactly("F4");
  }

  private static Refinement none() {
    return new Refinement(Map.of(), Set.of());
  }

  private static Refinement noting(StageId stage, List<String> notes) {
    return new Refinement(Map.of(stage, notes), Set.of());
  }

  private static List<String> rulesBrokenBy(Refiner refiner) {
    BROKEN.set(refiner);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends RefinerContract {
    @Override
    protected Refiner refiner() {
      return BROKEN.get();
    }
  }
}
