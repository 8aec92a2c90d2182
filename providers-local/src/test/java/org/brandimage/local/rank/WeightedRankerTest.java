package org.brandimage.local.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Test;

class WeightedRankerTest {
  private static final RankRequest THREE =
      RankRequest.of(
          List.of("a", "b", "c").stream()
              .map(id -> Fixtures.contender(id, RasterImage.filled(new Size(4, 4), -1)))
              .toList());

  @Test
  void rank_unitsThatDiffer_countByTheirSpread() throws Exception {
    Ranker thousands = scores(1000, 3000, 2000);
    Ranker hundredths = scores(0.03, 0.01, 0.02);
    WeightedRanker ranker =
        WeightedRanker.builder().add("big", thousands, 1).add("small", hundredths, 3).build();

    Ranking ranking = ranker.rank(THREE, StageContext.standalone());

    // standard scores are ±sqrt(1.5) and 0: a = (-1 + 3)/4, b = (1 - 3)/4, c = 0
    assertThat(ranking.images()).extracting(RankedImage::id).containsExactly("a", "c", "b");
    assertThat(ranking.images().get(0).score()).isCloseTo(Math.sqrt(1.5) / 2, within(1e-9));
    assertThat(ranking.images().get(0).features()).isEqualTo(Map.of("big", 1000.0, "small", 0.03));
  }

  @Test
  void rank_rankerThatSeesNoDifference_doesNotCount() throws Exception {
    WeightedRanker ranker =
        WeightedRanker.builder()
            .add("flat", scores(0.1, 0.1, 0.1), 100)
            .add("other", scores(1, 2, 3), 1)
            .build();

    assertThat(ranker.rank(THREE, StageContext.standalone()).images())
        .extracting(RankedImage::id)
        .containsExactly("c", "b", "a");
  }

  @Test
  void build_badParts_areRefused() {
    Ranker ranker = scores(1, 2, 3);
    assertThatThrownBy(() -> WeightedRanker.builder().build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WeightedRanker.builder().add("x", ranker, 0))
        .hasMessageContaining("weight of x");
    assertThatThrownBy(() -> WeightedRanker.builder().add("x", ranker, 1).add("x", ranker, 1))
        .hasMessageContaining("twice");
  }

  private static Ranker scores(double a, double b, double c) {
    return (request, context) ->
        Ranking.of(
            List.of(
                new RankedImage("a", a, Map.of()),
                new RankedImage("b", b, Map.of()),
                new RankedImage("c", c, Map.of())));
  }
}
