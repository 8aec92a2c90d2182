package org.brandimage.prompted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

class PromptedRefinerTest {
  @Test
  void refine_assetThatWasNotUsed_isNotExcluded() throws InterruptedException {
    Refinement refinement =
        refine(
            "{\"changes\":[],\"exclude_assets\":[\"a\",\"z\"]}",
            RefineRequest.builder("a duck", 1).assets(List.of("a", "b")).verdicts(failed()));

    assertThat(refinement.excludedAssets()).containsExactly("a");
  }

  @Test
  void refine_wishTheModelDrops_goesToTheCaptioner() throws InterruptedException {
    Refinement refinement =
        refine(
            "{\"changes\":[],\"exclude_assets\":[]}",
            RefineRequest.builder("a duck", 1)
                .feedback(new Feedback("warmer light", List.of(), List.of())));

    assertThat(refinement.notes()).isEqualTo(Map.of(StageId.CAPTION, List.of("warmer light")));
  }

  @Test
  void refine_failures_reachTheModelCountedByGuideline() throws InterruptedException {
    LanguageRequest[] seen = new LanguageRequest[1];
    FakeLanguageModel model =
        new FakeLanguageModel(
            request -> {
              seen[0] = request;
              return Replies.sensible(request);
            });
    PromptedRefiner.create(model)
        .refine(
            RefineRequest.builder("a duck", 1)
                .verdicts(failed())
                .earlier(new Refinement(Map.of(StageId.PLAN, List.of("smaller")), Set.of()))
                .build(),
            TestContexts.active(1));

    assertThat(Replies.items(seen[0], "failed guidelines"))
        .containsExactly("shadow: 2 of 2 failed; It floats. caption: a soft shadow");
    assertThat(Replies.items(seen[0], "earlier notes")).containsExactly("plan: smaller");
  }

  private static List<Verdict> failed() {
    GuidelineResult result =
        GuidelineResult.builder("shadow", Outcome.FAIL, "judge", "It floats.")
            .hint("caption: a soft shadow")
            .build();
    return List.of(new Verdict("c1", List.of(result)), new Verdict("c2", List.of(result)));
  }

  private static Refinement refine(String reply, RefineRequest.Builder request)
      throws InterruptedException {
    return PromptedRefiner.create(new FakeLanguageModel(ignored -> reply))
        .refine(request.build(), TestContexts.active(1));
  }
}
