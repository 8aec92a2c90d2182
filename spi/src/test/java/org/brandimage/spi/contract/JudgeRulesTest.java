package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.Verdict;
import org.junit.jupiter.api.Test;

/** J1 to J3, kept and broken. */
class JudgeRulesTest {
  private static final JudgeRequest REQUEST =
      JudgeRequest.builder(
              Samples.candidate("c1", Samples.placement(0, new Box(0, 0, 1, 1))),
              Samples.white(Samples.SIZE),
              Samples.white(Samples.SIZE),
              Samples.scene("duck"),
              Samples.CAPTION,
              List.of(
                  Guideline.required("light", "It is lit."), Guideline.flexible("calm", "Calm.")))
          .build();

  @Test
  void anyRule_answersInAnyOrder_areKept() {
    Verdict verdict = new Verdict("c1", List.of(answer("calm", "me"), answer("light", "me")));
    assertThat(JudgeRules.all(REQUEST, verdict)).isEmpty();
    assertThat(JudgeRules.structure(REQUEST, verdict)).isEmpty();
  }

  @Test
  void j1_missingAndUnaskedAnswer_isBroken() {
    Verdict verdict = new Verdict("c1", List.of(answer("light", "me"), answer("other", "me")));
    assertThat(JudgeRules.structure(REQUEST, verdict))
        .singleElement()
        .returns("J1", BrokenRule::rule)
        .returns("missing [calm], unknown [other]", BrokenRule::found);
  }

  @Test
  void j2_answerWithoutSource_isBrokenInAllRulesOnly() {
    Verdict verdict = new Verdict("c1", List.of(answer("light", "me"), answer("calm", " ")));
    assertThat(Samples.numbers(JudgeRules.all(REQUEST, verdict))).containsExactly("J2");
    assertThat(JudgeRules.structure(REQUEST, verdict)).isEmpty();
  }

  @Test
  void j3_otherCandidate_isBroken() {
    Verdict verdict = new Verdict("c2", List.of(answer("light", "me"), answer("calm", "me")));
    assertThat(JudgeRules.structure(REQUEST, verdict))
        .singleElement()
        .returns("J3", BrokenRule::rule)
        .returns("[c2] for [c1]", BrokenRule::found);
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(JudgeRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(JudgeRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static GuidelineResult answer(String id, String source) {
    return GuidelineResult.builder(id, Outcome.PASS, source, "It is so.").build();
  }
}
