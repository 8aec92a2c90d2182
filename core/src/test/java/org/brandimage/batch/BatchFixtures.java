package org.brandimage.batch;

import java.util.List;
import java.util.stream.IntStream;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineBuilder;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.fake.FakeStages;
import org.brandimage.spi.testkit.fake.Fixtures;

/** Briefs and pipelines of batches. */
final class BatchFixtures {
  /** A prompt without anything that the library holds. */
  static final String UNKNOWN_PRODUCT = "something that is not sold";

  /** The number of pictures that are outpainted for a brief. */
  static final int PICTURES = 2;

  private BatchFixtures() {}

  static CampaignBrief brief(String label) {
    return brief(label, Fixtures.DUCK_PROMPT, 0);
  }

  static CampaignBrief brief(String label, String prompt, long seed) {
    return CampaignBrief.builder(prompt)
        .canvases(List.of(Fixtures.CANVAS))
        .grid(Grid.DEFAULT.withSections(PICTURES, 1).withRotations(List.of(0.0)))
        .seed(seed)
        .label(label)
        .build();
  }

  /** Returns briefs without labels, of which no two have the same seed. */
  static List<CampaignBrief> briefs(int count) {
    return IntStream.range(0, count).mapToObj(i -> brief("", Fixtures.DUCK_PROMPT, i)).toList();
  }

  static PipelineBuilder pipeline(Outpainter painter, PipelineOptions options) {
    return BrandImagePipeline.builder()
        .stages(new FakeStages())
        .guidelineChecks(List.of())
        .outpainter(painter)
        .qualityJudge((request, context) -> passed(request))
        .options(options);
  }

  private static Verdict passed(JudgeRequest request) {
    return new Verdict(
        request.candidate().id(),
        request.guidelines().stream()
            .map(
                guideline ->
                    GuidelineResult.builder(guideline.id(), Outcome.PASS, "test", "It is so.")
                        .build())
            .toList());
  }

  static PipelineOptions concurrent(int runs) {
    return PipelineOptions.builder().threads(runs).concurrentRuns(runs).build();
  }
}
