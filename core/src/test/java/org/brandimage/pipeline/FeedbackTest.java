package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;
import org.junit.jupiter.api.Test;

/** What a person says of a result, and what the next run makes of it. */
class FeedbackTest {
  private final CountedStages stages = new CountedStages();

  @Test
  void refine_wordsAndAPick_keepTheCellAndLinkToTheRunBefore() {
    PipelineBuilder builder =
        stages.builder(CountedStages.judge(""), CountedStages.note(StageId.CAPTION, "warm light"));
    try (BrandImagePipeline pipeline = builder.build()) {
      RunResult before = pipeline.run(PipelineFixtures.BRIEF);
      String picked = before.finalists().get(1).id();
      RunResult after =
          pipeline.refine(before, new Feedback("warmer light", List.of(picked), List.of()));
      RunResult third = pipeline.refine(after, new Feedback("another", List.of(), List.of(picked)));

      assertThat(after.candidates()).extracting(CandidateRecord::id).containsExactly(picked);
      RunHistory history = after.provenance().history();
      assertThat(history.previousRunId()).isEqualTo(before.runId());
      assertThat(history.feedback()).hasSize(1);
      assertThat(history.refinement().notes(StageId.CAPTION)).containsExactly("warm light");
      assertThat(third.candidates()).hasSize(8);
      assertThat(third.provenance().history().feedback()).hasSize(2);
      assertThat(third.provenance().history().previousRunId()).isEqualTo(after.runId());
    }
  }

  @Test
  void refine_pictureOfAnotherRun_isRefused() {
    try (BrandImagePipeline pipeline =
        stages.builder(CountedStages.judge(""), CountedStages.note(StageId.CAPTION, "x")).build()) {
      RunResult result = pipeline.run(PipelineFixtures.BRIEF);
      Feedback feedback = new Feedback("warmer", List.of("scene-9.1x1.c1"), List.of());

      assertThatThrownBy(() -> pipeline.refine(result, feedback))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("scene-9.1x1.c1");
    }
  }

  @Test
  void refine_pickWithoutAWord_isAnotherTakeOfTheSame() {
    Refiner silent = (request, context) -> Refinement.NONE;
    try (BrandImagePipeline pipeline = stages.builder(CountedStages.judge(""), silent).build()) {
      RunResult before = pipeline.run(PipelineFixtures.BRIEF);
      Feedback pick = new Feedback("", List.of(before.finalists().get(0).id()), List.of());
      RunResult after = pipeline.refine(before, pick);
      RunResult third = pipeline.refine(after, pick);

      assertThat(after.provenance().history().refinement().notes(StageId.OUTPAINT))
          .containsExactly("take 1");
      assertThat(third.provenance().history().refinement().notes(StageId.OUTPAINT))
          .containsExactly("take 1", "take 2");
    }
  }
}
