package org.brandimage.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintRefinerTest {
  @Test
  void refine_personsWords_goToTheStagesTheySpeakOf() throws InterruptedException {
    Refinement refinement =
        refine(
            RefineRequest.builder("a shoe", 1)
                .feedback(
                    new Feedback(
                        "warmer light, put it on a wooden table; a bit larger",
                        List.of(),
                        List.of())));

    assertThat(refinement.notes())
        .isEqualTo(
            Map.of(
                StageId.CAPTION,
                List.of("warmer light"),
                StageId.DECOMPOSE,
                List.of("put it on a wooden table"),
                StageId.PLAN,
                List.of("a bit larger")));
  }

  @ParameterizedTest
  @CsvSource({
    "plausible-size, Make the product smaller., PLAN",
    "no-halo, '', OUTPAINT",
    "calm, caption: fewer things, CAPTION",
    "calm, scale: a fifth smaller, PLAN",
    "calm, position: further left, PLAN",
    "calm, background: a plain wall, RETRIEVE",
    "calm, reference: the side view, RETRIEVE",
    "calm, repeat: once more, OUTPAINT"
  })
  void refine_failure_goesToTheStageOfItsHintOrGuideline(String id, String hint, StageId stage)
      throws InterruptedException {
    GuidelineResult failed =
        GuidelineResult.builder(id, Outcome.FAIL, "judge", "It is so.").hint(hint).build();
    Refinement refinement =
        refine(
            RefineRequest.builder("a shoe", 1)
                .verdicts(List.of(new Verdict("c1", List.of(failed)))));

    assertThat(refinement.notes()).containsOnlyKeys(stage);
  }

  private static Refinement refine(RefineRequest.Builder request) throws InterruptedException {
    return HintRefiner.create().refine(request.build(), TestContexts.active(1));
  }
}
