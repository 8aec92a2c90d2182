package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.StageContractException;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.junit.jupiter.api.Test;

/** R3 and R4, kept and broken. */
class RankRulesTest {
  private static final RankRequest REQUEST =
      RankRequest.of(
          List.of(
              Contender.of("c1", Samples.white(Samples.SIZE)),
              Contender.of("c2", Samples.white(Samples.SIZE))));

  @Test
  void anyRule_permutation_isKept() {
    Ranking ranking = Ranking.of(List.of(ranked("c2", 2), ranked("c1", 1)));
    assertThat(RankRules.all(REQUEST, ranking)).isEmpty();
    assertThat(RankRules.structure(REQUEST, ranking)).isEmpty();
  }

  @Test
  void r3_lostDoubledAndInventedIds_areNamed() {
    Ranking ranking = Ranking.of(List.of(ranked("c2", 2), ranked("c2", 1), ranked("x\ny", 0)));
    assertThat(RankRules.structure(REQUEST, ranking))
        .extracting(BrokenRule::toString)
        .containsExactly(
            "R3 a ranking is a permutation of its contenders:"
                + " missing [c1], twice [c2], unknown [x y] - return each contender once");
  }

  @Test
  void failure_brokenRanking_namesRankerAndRule() {
    Ranker ranker = (request, context) -> Ranking.of(List.of());
    assertThatThrownBy(() -> requireKept(ranker))
        .isInstanceOfSatisfying(
            StageContractException.class, e -> assertThat(e.rule()).isEqualTo("R3"))
        .hasMessageStartingWith("rank by " + ranker.getClass().getName());
  }

  private static void requireKept(Ranker ranker) throws InterruptedException {
    RankRequest request = REQUEST;
    Ranking ranking = ranker.rank(request, StageContext.standalone());
    // region broken-rules
    List<BrokenRule> broken = RankRules.structure(request, ranking);
    if (!broken.isEmpty()) {
      throw BrokenRule.failure("rank", ranker.getClass().getName(), broken);
    }
    // endregion
  }

  @Test
  void r3_manyStrangeIds_areCut() {
    List<RankedImage> images = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      images.add(ranked(i + "x".repeat(100), 0));
    }
    String found = RankRules.structure(REQUEST, Ranking.of(images)).get(0).found();
    assertThat(found).contains("0xx").endsWith("and 2 more]").hasSizeLessThan(400);
  }

  @Test
  void r4_featureThatIsNoNumber_isBroken() {
    Map<String, Double> missing = new HashMap<>();
    missing.put("sharpness", null);
    for (Map<String, Double> features : List.of(Map.of("ratio", Double.NaN), missing)) {
      Ranking ranking = Ranking.of(List.of(ranked("c1", 1), new RankedImage("c2", 0, features)));
      assertThat(Samples.numbers(RankRules.structure(REQUEST, ranking))).containsExactly("R4");
    }
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(RankRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(RankRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static RankedImage ranked(String id, double score) {
    return new RankedImage(id, score, Map.of());
  }
}
