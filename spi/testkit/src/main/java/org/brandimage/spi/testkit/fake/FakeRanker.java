package org.brandimage.spi.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/** A ranker that likes bright pictures: the score is the mean of all channels. Thread-safe. */
public final class FakeRanker implements Ranker {
  /** Creates a ranker. */
  public FakeRanker() {}

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    List<Contender> contenders = request.contenders();
    context.checkActive();
    List<RankedImage> ranked = new ArrayList<>();
    for (Contender contender : contenders) {
      double brightness = brightness(contender.image().raster());
      ranked.add(new RankedImage(contender.id(), brightness, Map.of("brightness", brightness)));
    }
    return Ranking.of(ranked);
  }

  private static double brightness(RasterImage image) {
    long sum = 0;
    for (int argb : image.toArgb()) {
      sum += (argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255);
    }
    return sum / (3.0 * image.size().pixels());
  }
}
