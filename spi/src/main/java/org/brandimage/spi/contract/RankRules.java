package org.brandimage.spi.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.jspecify.annotations.Nullable;

/** The rules of a ranker that one request and its result can show. Stateless and thread-safe. */
public final class RankRules {
  private RankRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, R3 and R4; empty when there are none
   */
  public static List<BrokenRule> structure(RankRequest request, @Nullable Ranking result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = new Findings();
    findPermutation(request, result, findings);
    findScores(result, findings);
    return findings.toList();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, R3 and R4; empty when there are none
   */
  public static List<BrokenRule> all(RankRequest request, @Nullable Ranking result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return structure(request, result);
  }

  private static void findPermutation(RankRequest request, Ranking ranking, Findings findings) {
    findings.addUnlessPermutation(
        Rule.R3,
        "",
        request.contenders().stream().map(Contender::id).toList(),
        ranking.images().stream().map(RankedImage::id).toList());
  }

  /** Order and finite scores are also what a {@link Ranking} asks of its images. */
  private static void findScores(Ranking ranking, Findings findings) {
    double last = Double.MAX_VALUE;
    for (RankedImage image : ranking.images()) {
      String id = Findings.ids(List.of(image.id()));
      findings.addIf(!Double.isFinite(image.score()), Rule.R4, id + " has score " + image.score());
      findings.addIf(image.score() > last, Rule.R4, id + " has a higher score than the one before");
      for (Map.Entry<String, Double> feature : image.features().entrySet()) {
        Double value = feature.getValue();
        findings.addIf(
            value == null || !Double.isFinite(value), Rule.R4, id + " has a feature of " + value);
      }
      last = image.score();
    }
  }
}
