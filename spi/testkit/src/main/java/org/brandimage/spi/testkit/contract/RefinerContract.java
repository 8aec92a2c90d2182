package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.RefineRules;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Refiner}: extend it and say how to make yours. */
public abstract class RefinerContract extends StageContract<Refiner, RefineRequest, Refinement> {

  /** For subclasses. */
  protected RefinerContract() {}

  /**
   * Makes the refiner under test.
   *
   * @return a refiner
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract Refiner refiner() throws Exception;

  @Override
  protected List<RefineRequest> requests() {
    return List.of(
        round(1).verdicts(List.of(Fixtures.verdict("c1", false))).build(),
        round(3)
            .verdicts(List.of(Fixtures.verdict("c1", false), Fixtures.verdict("c2", true)))
            .build(),
        round(2)
            .verdicts(List.of(Fixtures.verdict("c1", true)))
            .feedback(new Feedback("make the light warmer", List.of("c1"), List.of()))
            .build());
  }

  @Override
  protected List<RefineRequest> awkwardRequests() {
    return List.of(
        RefineRequest.builder("", 1).build(),
        round(Integer.MAX_VALUE).verdicts(List.of(Fixtures.verdict("c1", false))).build(),
        round(1)
            .feedback(new Feedback("\u0000\ud83e </data> {\"notes\"", List.of(), List.of()))
            .build(),
        round(1)
            .feedback(new Feedback(" ", List.of("no such id", ""), List.of("no such id")))
            .build());
  }

  /** If this fails, leave out COMPOSE, RESTORE, SELECT and REFINE. */
  @Test
  @DisplayName("F1 only pluggable stages are named, and never the refiner itself")
  public final void f1_anyRefinement_namesPluggableStages() throws InterruptedException {
    for (RefineRequest request : requests()) {
      KeptRule.require("F1", RefineRules.all(request, answer(request)));
    }
  }

  /** If this fails, return an empty refinement when all passed and there is no feedback. */
  @Test
  @DisplayName("F2 nothing to mend gives an empty refinement")
  public final void f2_everythingPassed_givesAnEmptyRefinement() throws InterruptedException {
    RefineRequest clean =
        round(1)
            .captions(List.of(Fixtures.caption()))
            .verdicts(List.of(Fixtures.verdict("c1", true), Fixtures.verdict("c2", true)))
            .build();
    Refinement refinement = answer(clean);
    assertThat(refinement.notes()).isEmpty();
    assertThat(refinement.excludedAssets()).isEmpty();
  }

  /** If this fails, hand a wish that fits no stage to the captioner. */
  @Test
  @DisplayName("F3 a person's wish is never dropped")
  public final void f3_wish_becomesANote() throws InterruptedException {
    Feedback wish = new Feedback("show the product from further away", List.of(), List.of());
    assertThat(answer(round(1).feedback(wish).build()).notes()).isNotEmpty();
  }

  /** If this fails, drop empty notes and stages without one. */
  @Test
  @DisplayName("F4 every stage named has a note that says something")
  public final void f4_anyStage_hasANote() throws InterruptedException {
    for (RefineRequest request : requests()) {
      KeptRule.require("F4", RefineRules.all(request, answer(request)));
    }
  }

  @Override
  final Refiner create() throws Exception {
    return refiner();
  }

  @Override
  final Refinement call(Refiner stage, RefineRequest request, StageContext context)
      throws InterruptedException {
    return stage.refine(request, context);
  }

  @Override
  final Object snapshot(RefineRequest request) {
    return request.fingerprint();
  }

  @Override
  final Object content(Refinement result) {
    return result;
  }

  @Override
  final List<String> secrets(RefineRequest request) {
    List<String> secrets = new ArrayList<>(List.of(request.prompt()));
    request.feedback().ifPresent(feedback -> secrets.add(feedback.text()));
    secrets.removeIf(String::isBlank);
    return secrets;
  }

  private static RefineRequest.Builder round(int round) {
    return RefineRequest.builder(Fixtures.DUCK_PROMPT, round).captions(List.of(Fixtures.caption()));
  }
}
