package org.brandimage.local.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.local.vision.NimaRanker;
import org.brandimage.metric.Colourfulness;
import org.brandimage.metric.Exposure;
import org.brandimage.metric.Sharpness;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.jspecify.annotations.Nullable;

/**
 * A ranker by photographic features of a product picture, without a model. It measures technical
 * quality, not beauty. The score is the weighted mean of these features, each from 0 to 1:
 *
 * <table>
 * <caption>Features</caption>
 * <tr><th>name</th><th>weight</th><th>what</th></tr>
 * <tr><td>uprightness</td><td>0.26</td><td>products stand straight; 0 from 45° on</td></tr>
 * <tr><td>balance</td><td>0.20</td><td>products on the middle or a third, neither lost nor
 * filling</td></tr>
 * <tr><td>sharpness</td><td>0.16</td><td>variance of the Laplacian, logarithmic, 1 from 3,000
 * on</td></tr>
 * <tr><td>colourfulness</td><td>0.12</td><td>Hasler and Süsstrunk 2003, 1 from 82 ("highly
 * colourful") on</td></tr>
 * <tr><td>contrast</td><td>0.10</td><td>standard deviation of luma, 1 from 64 levels on</td></tr>
 * <tr><td>exposure</td><td>0.10</td><td>little crushed or blown, mean luma between 60 and
 * 180</td></tr>
 * <tr><td>prominence</td><td>0.06</td><td>products differ from what is around them</td></tr>
 * </table>
 *
 * <p>Balance and prominence are those of the products' silhouettes, so that turning a product
 * changes neither. Of a contender without a product layer they are those of the turned rectangle;
 * without a candidate the features of the composition are left out and the rest are weighed alone.
 *
 * <p>{@link #withRatings} blends in how a {@link NimaRanker} rates the picture, at {@value
 * #RATINGS_SHARE} of the score: by itself such a network prefers products that stand tilted on one
 * corner, since it rates photographs and not products.
 *
 * <p>Pictures are opened one at a time and measured on a copy of at most 512 pixels a side. Scores
 * are from 0 to 1 and do not depend on the other contenders. Thread-safe and deterministic.
 */
public final class PhotographicRanker implements Ranker, Identified {
  private static final int WORKING_SIDE = 512;
  private static final int LEAST_SIDE = 3;
  private static final int WHITE = 0xFFFFFF;

  /** Tilts from here on count as lying. */
  private static final double LYING = 45;

  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "uprightness", 0.26,
          "balance", 0.20,
          "sharpness", 0.16,
          "colourfulness", 0.12,
          "contrast", 0.10,
          "exposure", 0.10,
          "prominence", 0.06);

  private static final double RATINGS_SHARE = 0.3;

  /**
   * The ratings that count as 0 and 1: some 2.7 standard deviations around the mean of the pictures
   * the network was trained on (Murray, Marchesotti and Perronnin, "AVA: A Large-Scale Database for
   * Aesthetic Visual Analysis", 2012: means lie around 5.4, most between 3.4 and 7.4).
   */
  private static final double LOWEST_RATING = 3.4;

  private static final double HIGHEST_RATING = 7.4;

  private final Map<String, Double> weights;
  private final @Nullable NimaRanker ratings;

  private PhotographicRanker(Map<String, Double> weights, @Nullable NimaRanker ratings) {
    this.weights = weights;
    this.ratings = ratings;
  }

  /**
   * Returns a ranker with the documented weights.
   *
   * @return the ranker
   */
  public static PhotographicRanker create() {
    return new PhotographicRanker(new TreeMap<>(WEIGHTS), null);
  }

  /**
   * Returns a ranker with the documented weights that blends in ratings.
   *
   * @param ratings rates each picture; stays yours to close
   * @return the ranker
   */
  public static PhotographicRanker withRatings(NimaRanker ratings) {
    return new PhotographicRanker(
        new TreeMap<>(WEIGHTS), Objects.requireNonNull(ratings, "ratings"));
  }

  /**
   * Returns a ranker that weighs some features differently.
   *
   * @param changes weights by the names of the table above, at least 0; the others keep theirs
   * @return the ranker
   * @throws IllegalArgumentException when a name is not in the table, a weight is negative or not
   *     finite, or all weights are 0
   */
  public static PhotographicRanker withWeights(Map<String, Double> changes) {
    Map<String, Double> weights = new TreeMap<>(WEIGHTS);
    changes.forEach(
        (name, weight) -> {
          if (!WEIGHTS.containsKey(name)) {
            throw new IllegalArgumentException(
                "no feature \"" + name + "\"; there are " + new TreeMap<>(WEIGHTS).keySet());
          }
          if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "weight of " + name + " must be at least 0: " + weight);
          }
          weights.put(name, weight);
        });
    if (weights.values().stream().allMatch(weight -> weight == 0)) {
      throw new IllegalArgumentException("at least one weight must be above 0: " + weights);
    }
    return new PhotographicRanker(weights, null);
  }

  @Override
  public StageIdentity identity() {
    String model = ratings == null ? "" : ratings.identity().model();
    return new StageIdentity("PhotographicRanker", "2" + weights, model);
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    List<RankedImage> ranked = new ArrayList<>();
    for (Contender contender : request.contenders()) {
      context.checkActive();
      Map<String, Double> features = features(contender);
      double score = score(features);
      if (ratings != null) {
        double rating = ratings.rate(contender.image(), context);
        features.put("rating", rating);
        double rated = share((rating - LOWEST_RATING) / (HIGHEST_RATING - LOWEST_RATING));
        score = (1 - RATINGS_SHARE) * score + RATINGS_SHARE * rated;
      }
      ranked.add(new RankedImage(contender.id(), score, features));
    }
    return Ranking.of(ranked);
  }

  private double score(Map<String, Double> features) {
    double sum = 0;
    double total = 0;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      double weight = weights.getOrDefault(feature.getKey(), 0.0);
      sum += weight * feature.getValue();
      total += weight;
    }
    return total == 0 ? 0 : sum / total;
  }

  private static Map<String, Double> features(Contender contender) {
    Size full = contender.image().size();
    RasterImage seen = contender.image().raster().over(WHITE);
    RasterImage small = Resampler.resize(seen, working(full));
    Exposure exposure = Exposure.of(small);
    Map<String, Double> features = new TreeMap<>();
    features.put("sharpness", share(Math.log1p(Sharpness.of(small)) / Math.log1p(3000)));
    features.put("colourfulness", share(Colourfulness.of(small) / 82));
    features.put("contrast", share(exposure.contrast() / 64));
    features.put("exposure", wellExposed(exposure));
    contender.candidate().ifPresent(candidate -> compose(features, contender, candidate, small));
    return features;
  }

  private static void compose(
      Map<String, Double> features, Contender contender, Candidate candidate, RasterImage small) {
    RasterImage layer = contender.productLayer().map(ImageSource::raster).orElse(null);
    Silhouettes silhouettes =
        Silhouettes.of(layer, candidate.placements(), contender.image().size(), small.size());
    features.put("uprightness", uprightness(candidate.placements()));
    features.put("balance", silhouettes.balance());
    features.put("prominence", silhouettes.prominence(small));
  }

  /** Returns 1 when no product is tilted, 0 when all are tilted by 45 degrees or more. */
  private static double uprightness(List<Placement> placements) {
    double sum = 0;
    for (Placement placement : placements) {
      double tilt = Math.abs(Math.IEEEremainder(placement.rotation(), 360));
      sum += 1 - Math.min(1, tilt / LYING);
    }
    return sum / placements.size();
  }

  private static double wellExposed(Exposure exposure) {
    double outside = Math.max(0, Math.max(60 - exposure.mean(), exposure.mean() - 180));
    double clipped = Math.max(0, exposure.crushed() - 0.02) + Math.max(0, exposure.blown() - 0.02);
    return share(1 - outside / 60) * share(1 - 2 * clipped);
  }

  private static Size working(Size full) {
    double scale = Math.min(1, WORKING_SIDE / (double) Math.max(full.width(), full.height()));
    return new Size(
        (int) Math.max(LEAST_SIDE, Math.round(full.width() * scale)),
        (int) Math.max(LEAST_SIDE, Math.round(full.height() * scale)));
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
