package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.testkit.fake.FakeRanker;
import org.junit.jupiter.api.Test;

/** Each rule of a ranker is broken on purpose, and the contract names just that rule. */
class BrokenRankerTest {
  private static final AtomicReference<Ranker> BROKEN = new AtomicReference<>();
  private static final Ranker FAKE = new FakeRanker();

  @Test
  void r1_failureOnNothing_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  if (request.contenders().isEmpty()) {
                    throw new StageException("nothing to rank");
                  }
                  return FAKE.rank(request, context);
                }))
        .containsExactly("R1");
  }

  @Test
  void r2_lostOnlyOne_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Ranking ranking = FAKE.rank(request, context);
                  return ranking.images().size() == 1 ? Ranking.of(List.of()) : ranking;
                }))
        .containsExactly("R2");
  }

  @Test
  void r3_lostLast_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  List<RankedImage> images = FAKE.rank(request, context).images();
                  return Ranking.of(images.size() == 6 ? images.subList(0, 5) : images);
                }))
        .containsExactly("R3");
  }

  @Test
  void r3_inventedId_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  List<RankedImage> images = new ArrayList<>(FAKE.rank(request, context).images());
                  if (images.size() == 6) {
                    images.add(new RankedImage("nobody", 0, Map.of()));
                  }
                  return Ranking.of(images);
                }))
        .containsExactly("R3");
  }

  @Test
  void r4_featureThatIsNoNumber_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    Ranking.of(
                        FAKE.rank(request, context).images().stream()
                            .map(
                                image ->
                                    new RankedImage(
                                        image.id(), image.score(), Map.of("ratio", Double.NaN)))
                            .toList())))
        .containsExactly("R4");
  }

  @Test
  void r5_scoreThatDependsOnTheId_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    rescored(
                        FAKE.rank(request, context),
                        image -> image.score() + 1e-9 * image.id().charAt(0))))
        .containsExactly("R5");
  }

  @Test
  void r6_scoreThatDependsOnThePlace_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  List<String> ids = request.contenders().stream().map(Contender::id).toList();
                  Ranking ranking = FAKE.rank(request, context);
                  return ids.size() == 6
                      ? rescored(ranking, image -> ids.indexOf(image.id()))
                      : ranking;
                }))
        .containsExactly("R6");
  }

  @Test
  void r7_twinsTakenForOne_areFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Set<String> seen = new HashSet<>();
                  List<Contender> distinct =
                      request.contenders().stream()
                          .filter(contender -> seen.add(contender.image().digest()))
                          .toList();
                  return FAKE.rank(RankRequest.of(distinct), context);
                }))
        .containsExactly("R5", "R7");
  }

  @Test
  void r8_onlyTheFirstProductLookedFor_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    FAKE.rank(
                        RankRequest.of(
                            request.contenders().stream()
                                .filter(c -> c.candidate().orElseThrow().placements().size() == 1)
                                .toList()),
                        context)))
        .containsExactly("R8");
  }

  static List<String> rulesBrokenBy(Ranker ranker) {
    BROKEN.set(ranker);
    return ContractRun.brokenRules(Broken.class);
  }

  private static Ranking rescored(Ranking ranking, ToDoubleFunction<RankedImage> score) {
    return Ranking.of(
        ranking.images().stream()
            .map(image -> new RankedImage(image.id(), score.applyAsDouble(image), image.features()))
            .toList());
  }

  static class Broken extends RankerContract {
    @Override
    protected Ranker ranker() {
      return BROKEN.get();
    }
  }
}
