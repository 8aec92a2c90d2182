package org.brandimage.local.rank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/**
 * A ranker that combines others, whose scores have different units. Each one's scores are brought
 * to mean 0 and standard deviation 1 over the contenders (all 0 when they are equal), and the
 * weighted mean of these standard scores is the score. So a score is relative to these contenders
 * and cannot be compared with scores of other calls.
 *
 * <p>Features: each ranker's own score under its name. As thread-safe and deterministic as its
 * rankers, which stay the caller's to close. Cost: the sum of theirs.
 */
public final class WeightedRanker implements Ranker, Identified {
  private final Map<String, Part> parts;

  private WeightedRanker(Map<String, Part> parts) {
    this.parts = parts;
  }

  /**
   * Starts a combination.
   *
   * @return a builder without rankers
   */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public StageIdentity identity() {
    StringBuilder version = new StringBuilder("1");
    parts.forEach(
        (name, part) ->
            version
                .append(';')
                .append(name)
                .append('=')
                .append(part.weight())
                .append('*')
                .append(StageIdentity.of(part.ranker())));
    return new StageIdentity("WeightedRanker", version.toString(), "");
  }

  @Override
  public Ranking rank(RankRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    Map<String, Double> totals = new TreeMap<>();
    Map<String, Map<String, Double>> features = new TreeMap<>();
    for (Contender contender : request.contenders()) {
      totals.put(contender.id(), 0.0);
      features.put(contender.id(), new TreeMap<>());
    }
    double weights = parts.values().stream().mapToDouble(Part::weight).sum();
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      Ranking ranking = part.getValue().ranker().rank(request, context);
      double share = part.getValue().weight() / weights;
      Standard standard = Standard.of(ranking);
      for (RankedImage image : ranking.images()) {
        totals.merge(image.id(), share * standard.score(image.score()), Double::sum);
        Objects.requireNonNull(features.get(image.id())).put(part.getKey(), image.score());
      }
    }
    List<RankedImage> ranked = new ArrayList<>();
    totals.forEach(
        (id, total) ->
            ranked.add(new RankedImage(id, total, Objects.requireNonNull(features.get(id)))));
    return Ranking.of(ranked);
  }

  @Override
  public String toString() {
    return "WeightedRanker" + parts.keySet();
  }

  private record Part(Ranker ranker, double weight) {}

  /** The scale of one ranker's scores over the contenders. */
  private record Standard(double mean, double deviation) {
    /** Below this share of the mean a spread is rounding, not a difference. */
    private static final double LEAST_SPREAD = 1e-9;

    static Standard of(Ranking ranking) {
      double[] scores = ranking.images().stream().mapToDouble(RankedImage::score).toArray();
      double mean = java.util.stream.DoubleStream.of(scores).average().orElse(0);
      double square = 0;
      for (double score : scores) {
        square += (score - mean) * (score - mean);
      }
      return new Standard(mean, Math.sqrt(square / Math.max(1, scores.length)));
    }

    double score(double score) {
      boolean spread = deviation > LEAST_SPREAD * Math.max(1, Math.abs(mean));
      return spread ? (score - mean) / deviation : 0;
    }
  }

  /** Builds a {@link WeightedRanker}. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a ranker.
     *
     * @param name its name among the features
     * @param ranker the ranker; stays yours to close
     * @param weight finite and above 0
     * @return this
     * @throws IllegalArgumentException when the name stands twice or the weight is out of range
     */
    public Builder add(String name, Ranker ranker, double weight) {
      Objects.requireNonNull(ranker, "ranker");
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("weight of " + name + " must be above 0: " + weight);
      }
      if (parts.putIfAbsent(name, new Part(ranker, weight)) != null) {
        throw new IllegalArgumentException("ranker stands twice: " + name);
      }
      return this;
    }

    /**
     * Builds the ranker.
     *
     * @return the ranker
     * @throws IllegalArgumentException when no ranker was added
     */
    public WeightedRanker build() {
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("add at least one ranker");
      }
      return new WeightedRanker(new LinkedHashMap<>(parts));
    }
  }
}
