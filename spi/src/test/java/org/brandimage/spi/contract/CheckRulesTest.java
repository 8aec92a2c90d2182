package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineCheck.Phase;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.junit.jupiter.api.Test;

/** G1 and G2, kept and broken. */
class CheckRulesTest {
  private static final GuidelineCheck CHECK = check(Guideline.required("light", "It is lit."));

  @Test
  void anyRule_measuredAnswer_isKept() {
    GuidelineResult result = answer("light", Outcome.FAIL, "me").number(1).threshold(2).build();
    assertThat(CheckRules.all(CHECK, result)).isEmpty();
    assertThat(CheckRules.structure(CHECK, result)).isEmpty();
  }

  @Test
  void g1_otherGuidelineOrNoSource_isBroken() {
    for (GuidelineResult result :
        List.of(
            answer("other", Outcome.UNANSWERED, "me").build(),
            answer("light", Outcome.UNANSWERED, " ").build())) {
      assertThat(Samples.numbers(CheckRules.structure(CHECK, result))).containsExactly("G1");
    }
  }

  @Test
  void g1_checkWithoutGuideline_isBroken() {
    GuidelineResult result = answer("light", Outcome.UNANSWERED, "me").build();
    assertThat(Samples.numbers(CheckRules.structure(check(absent()), result)))
        .containsExactly("G1");
  }

  @Test
  void g2_measuredAnswerWithoutNumberOrThreshold_isBrokenInAllRulesOnly() {
    for (GuidelineResult result :
        List.of(
            answer("light", Outcome.PASS, "me").number(1).build(),
            answer("light", Outcome.FAIL, "me").threshold(1).build())) {
      assertThat(Samples.numbers(CheckRules.all(CHECK, result))).containsExactly("G2");
      assertThat(CheckRules.structure(CHECK, result)).isEmpty();
    }
  }

  @Test
  void g2_answerThatIsNotMeasured_needsNoNumber() {
    for (Outcome outcome : List.of(Outcome.UNANSWERED, Outcome.NOT_APPLICABLE)) {
      assertThat(CheckRules.all(CHECK, answer("light", outcome, "me").build())).isEmpty();
    }
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(CheckRules.structure(CHECK, null))).containsExactly("C1");
    assertThat(Samples.numbers(CheckRules.all(CHECK, null))).containsExactly("C1");
  }

  private static GuidelineResult.Builder answer(String id, Outcome outcome, String source) {
    return GuidelineResult.builder(id, outcome, source, "It is so.");
  }

  private static GuidelineCheck check(Guideline guideline) {
    return new GuidelineCheck() {
      @Override
      public Guideline guideline() {
        return guideline;
      }

      @Override
      public Phase phase() {
        return Phase.COMPOSITE;
      }

      @Override
      public GuidelineResult check(CheckRequest request, StageContext context) {
        throw new IllegalStateException("not called");
      }
    };
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T absent() {
    return null;
  }
}
