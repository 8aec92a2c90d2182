package org.brandimage.local.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.RoundOptions;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.testkit.fake.FakeAssetRetriever;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

/** The whole loop with every prompted stage, over HTTP: what is asked again, and what is not. */
class ScriptedLoopTest {
  private static final CampaignBrief BRIEF =
      CampaignBrief.builder(Fixtures.DUCK_PROMPT).canvases(List.of(Fixtures.CANVAS)).build();

  @Test
  void run_noShadowAndTooLarge_redoesCaptionAndPlanAndPassesInRoundTwo() {
    ScriptedArtDirector director = new ScriptedArtDirector();
    AtomicInteger retrievals = new AtomicInteger();
    AtomicInteger cutouts = new AtomicInteger();
    AtomicInteger pictures = new AtomicInteger();
    FakeOutpainter painter = new FakeOutpainter();
    try (ChatServer server = new ChatServer(director::answer);
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder()
                .languageModel(
                    LangChain4jLanguageModel.builder(server.client().build(), "scripted").build())
                .assetRetriever(
                    (request, context) -> {
                      retrievals.incrementAndGet();
                      return new FakeAssetRetriever().retrieve(request, context);
                    })
                .addCutoutMaker(
                    (request, context) -> {
                      cutouts.incrementAndGet();
                      return new FakeCutoutMaker().cut(request, context);
                    })
                .outpainter(
                    (request, context) -> {
                      pictures.incrementAndGet();
                      return painter.outpaint(request, context);
                    })
                .ranker(new FakeRanker())
                .guidelineChecks(List.of())
                .options(PipelineOptions.builder().rounds(RoundOptions.DEFAULT.withMost(4)).build())
                .build()) {
      RunResult result = pipeline.run(BRIEF);

      List<RoundRecord> rounds = result.provenance().history().rounds();
      assertThat(rounds).hasSize(2);
      assertThat(rounds.get(0).passed()).isZero();
      int large = rounds.get(0).candidates();
      int small = rounds.get(1).candidates();
      assertThat(rounds.get(0).failures())
          .isEqualTo(Map.of("contact-shadow", large, "plausible-size", large));
      assertThat(rounds.get(1).change().notes()).containsOnlyKeys(StageId.CAPTION, StageId.PLAN);
      assertThat(rounds.get(1).passed()).isEqualTo(small);
      assertThat(result.finalists()).hasSize(3);
      assertThat(result.provenance().history().ending()).isEqualTo("enough pictures passed");

      assertThat(director.calls("decompose")).isEqualTo(1);
      assertThat(retrievals).hasValue(3);
      assertThat(cutouts).hasValue(1);
      assertThat(director.calls("caption")).isEqualTo(2);
      assertThat(director.calls("plan")).isEqualTo(2);
      assertThat(pictures).hasValue(large + small);
      assertThat(director.calls("judge")).isEqualTo(large + small);
      assertThat(director.calls("refine")).isEqualTo(1);
      assertThat(result.provenance().calls()).hasSize(6 + large + small);
      assertThat(result.provenance().calls())
          .extracting(CallRecord::promptVersion)
          .allMatch(version -> version.matches("[a-z]+-[0-9a-f]{10}"));
      assertThat(result.provenance().cost().units()).isEqualTo(6 + large + small);
    }
  }
}
