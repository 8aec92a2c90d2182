package org.brandimage.examples;

import java.nio.file.Path;
import java.util.Map;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

// region custom-ranker
/** Shows how to rank by your own taste: the nearer the product to the middle, the better. */
public final class CustomRanker implements Ranker {
  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    context.checkActive();
    return Ranking.of(
        request.contenders().stream()
            .map(
                contender -> {
                  Candidate candidate = contender.candidate().orElseThrow();
                  Box box = candidate.placements().get(0).box();
                  double middle = contender.image().size().width() / 2.0;
                  double off = Math.abs(box.x() + box.width() / 2.0 - middle) / middle;
                  return new RankedImage(contender.id(), 1 - off, Map.of("off-centre", off));
                })
            .toList());
  }

  // endregion

  /**
   * Runs a pipeline with the ranker.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().ranker(new CustomRanker()).stages(local).build()) {
      RunResult result = pipeline.run(CampaignBrief.of("a mug on a kitchen table"));
      for (Finalist finalist : result.finalists()) {
        System.out.println(finalist.place() + ". " + finalist.id());
      }
    }
  }
}
