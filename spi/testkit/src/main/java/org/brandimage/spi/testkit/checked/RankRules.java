package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;

/** The rules of a ranker that one request and its result can show. */
public final class RankRules {
  private RankRules() {}

  static void all(RankRequest request, Ranking ranking) {
    r3(request, ranking);
    r4(ranking);
  }

  /**
   * Checks R3: a ranking is a permutation of its contenders.
   *
   * @param request the request
   * @param ranking the ranking
   */
  public static void r3(RankRequest request, Ranking ranking) {
    assertThat(ids(ranking))
        .as("R3 a ranking is a permutation of its contenders")
        .containsExactlyInAnyOrderElementsOf(
            request.contenders().stream().map(Contender::id).toList());
  }

  /**
   * Checks R4: scores are finite and do not rise. Order and finite scores are also what a {@link
   * Ranking} asks of its images.
   *
   * @param ranking the ranking
   */
  public static void r4(Ranking ranking) {
    double last = Double.MAX_VALUE;
    for (RankedImage image : ranking.images()) {
      assertThat(image.score())
          .as("R4 scores are finite and do not rise: %s", image.id())
          .isFinite()
          .isLessThanOrEqualTo(last);
      assertThat(image.features().values())
          .as("R4 features are finite: %s", image.id())
          .allMatch(Double::isFinite);
      last = image.score();
    }
  }

  /**
   * Returns the ids of a ranking.
   *
   * @param ranking the ranking
   * @return the ids, best first
   */
  public static List<String> ids(Ranking ranking) {
    return ranking.images().stream().map(RankedImage::id).toList();
  }
}
