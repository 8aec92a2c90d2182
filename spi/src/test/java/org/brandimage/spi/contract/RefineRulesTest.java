package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.junit.jupiter.api.Test;

/** F1 and F4, kept and broken. */
class RefineRulesTest {
  private static final RefineRequest REQUEST = RefineRequest.builder("a duck", 1).build();

  @Test
  void anyRule_noteForAStage_isKept() {
    Refinement refinement = refinement(StageId.CAPTION, "say where the light is");
    assertThat(RefineRules.all(REQUEST, refinement)).isEmpty();
    assertThat(RefineRules.structure(REQUEST, refinement)).isEmpty();
  }

  @Test
  void f1_stageThatIsNotPluggable_isBroken() {
    for (StageId stage :
        List.of(StageId.COMPOSE, StageId.RESTORE, StageId.SELECT, StageId.REFINE)) {
      assertThat(RefineRules.structure(REQUEST, refinement(stage, "be kind")))
          .singleElement()
          .returns("F1", BrokenRule::rule)
          .returns(stage.label() + " is named", BrokenRule::found);
    }
  }

  @Test
  void f4_emptyNoteOrNone_isBrokenInAllRulesOnly() {
    Refinement none = new Refinement(Map.of(StageId.CAPTION, List.of()), Set.of());
    for (Refinement refinement : List.of(none, refinement(StageId.CAPTION, " "))) {
      assertThat(Samples.numbers(RefineRules.all(REQUEST, refinement))).containsExactly("F4");
      assertThat(RefineRules.structure(REQUEST, refinement)).isEmpty();
    }
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(RefineRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(RefineRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static Refinement refinement(StageId stage, String note) {
    return new Refinement(Map.of(stage, List.of(note)), Set.of());
  }
}
