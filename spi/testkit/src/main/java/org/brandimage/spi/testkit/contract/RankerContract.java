package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.RankRules;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Ranker}: extend it and say how to make yours. */
public abstract class RankerContract extends StageContract<Ranker, RankRequest, Ranking> {
  private static final Size SIZE = new Size(64, 48);

  /** For subclasses. */
  protected RankerContract() {}

  /**
   * Makes the ranker under test.
   *
   * @return a ranker
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract Ranker ranker() throws Exception;

  @Override
  protected List<RankRequest> requests() {
    return List.of(RankRequest.of(contenders()), RankRequest.of(twins("first", "second")));
  }

  @Override
  protected List<RankRequest> awkwardRequests() {
    Contender unreadable = Fixtures.contender("damaged", TestPictures.unreadable(SIZE));
    return List.of(
        RankRequest.of(List.of(unreadable)),
        RankRequest.of(List.of(filled("tiny", new Size(1, 1), TestPictures.WHITE))),
        RankRequest.of(List.of(filled("clear", SIZE, TestPictures.CLEAR))),
        RankRequest.of(List.of(filled("narrow", new Size(1, 300), TestPictures.WHITE))));
  }

  /** If this fails, look for a first element that is taken for granted. */
  @Test
  @DisplayName("R1 nothing in, nothing out")
  public final void r1_noContender_givesAnEmptyRanking() throws InterruptedException {
    assertThat(answer(RankRequest.of(List.of())).images()).isEmpty();
  }

  /** If this fails, look for a comparison that needs two. */
  @Test
  @DisplayName("R2 one in, one out")
  public final void r2_oneContender_isTheRanking() throws InterruptedException {
    Contender only = contenders().get(0);
    assertThat(ids(answer(RankRequest.of(List.of(only))))).containsExactly(only.id());
  }

  /** If this fails, look for a filter, a limit, or a map whose keys collide. */
  @Test
  @DisplayName("R3 a ranking is a permutation of its contenders")
  public final void r3_distinctContenders_areAllRankedOnce() throws InterruptedException {
    for (int count = 2; count <= contenders().size(); count++) {
      RankRequest request = RankRequest.of(contenders().subList(0, count));
      KeptRule.require("R3", RankRules.all(request, answer(request)));
    }
  }

  /** If this fails, build the result with {@link Ranking#of} and look for divisions by zero. */
  @Test
  @DisplayName("R4 scores are finite and do not rise")
  public final void r4_anyRanking_hasFiniteFallingScores() throws InterruptedException {
    for (RankRequest request : requests()) {
      KeptRule.require("R4", RankRules.all(request, answer(request)));
    }
  }

  /** If this fails, look for scores that depend on the id or on the place in the list. */
  @Test
  @DisplayName("R5 ties are broken by id")
  public final void r5_equalPictures_standInTheOrderOfTheirIds() throws InterruptedException {
    List<Contender> twins = twins("a", "b", "c", "d", "e");
    Collections.shuffle(twins, new Random(SEED));
    assertThat(ids(answer(RankRequest.of(twins)))).containsExactly("a", "b", "c", "d", "e");
  }

  /** If this fails, look for scores that depend on the place in the list. */
  @Test
  @DisplayName("R6 the order of the contenders does not matter")
  public final void r6_shuffledContenders_areRankedTheSame() throws InterruptedException {
    List<Contender> contenders = new ArrayList<>(contenders());
    List<String> expected = ids(answer(RankRequest.of(contenders)));
    Random random = new Random(SEED);
    for (int round = 0; round < 4; round++) {
      Collections.shuffle(contenders, random);
      assertThat(ids(answer(RankRequest.of(contenders)))).isEqualTo(expected);
    }
  }

  /** If this fails, look for a map keyed by picture or by score. */
  @Test
  @DisplayName("R7 equal pictures keep their own ids")
  public final void r7_equalPictures_areAllRanked() throws InterruptedException {
    List<Contender> contenders = twins("twin-1", "twin-2");
    contenders.add(contenders().get(0));
    assertThat(ids(answer(RankRequest.of(contenders))))
        .containsExactlyInAnyOrder("twin-1", "twin-2", contenders().get(0).id());
  }

  /** If this fails, look for a product that is taken for the only one. */
  @Test
  @DisplayName("R8 contenders that show two products are ranked like any others")
  public final void r8_twoProducts_areRanked() throws InterruptedException {
    List<Contender> contenders = new ArrayList<>(contenders());
    contenders.add(TwoProducts.contender("pair-a", 0xFFB0A090));
    contenders.add(TwoProducts.contender("pair-b", 0xFF80B8F0));
    RankRequest request = RankRequest.of(contenders);
    KeptRule.require("R3", RankRules.all(request, answer(request)));
  }

  @Override
  final List<RankRequest> largeRequests() {
    Contender large =
        Fixtures.contender("large", TestPictures.landscape(LARGE, 0xFFB0A090, 0xFF505058));
    return List.of(RankRequest.of(List.of(large)));
  }

  @Override
  final RankRequest withPictures(RankRequest request, UnaryOperator<ImageSource> change) {
    return RankRequest.of(
        request.contenders().stream().map(contender -> changed(contender, change)).toList());
  }

  private static Contender changed(Contender contender, UnaryOperator<ImageSource> change) {
    return Contender.builder(contender.id(), change.apply(contender.image()))
        .caption(contender.caption().orElseThrow())
        .verdict(contender.verdict().orElseThrow())
        .candidate(contender.candidate().orElseThrow())
        .productLayer(change.apply(contender.productLayer().orElseThrow()))
        .build();
  }

  @Override
  final Ranker create() throws Exception {
    return ranker();
  }

  @Override
  final Ranking call(Ranker stage, RankRequest request, StageContext context)
      throws InterruptedException {
    return stage.rank(request, context);
  }

  @Override
  final Object snapshot(RankRequest request) {
    return request.contenders().stream()
        .map(
            contender ->
                List.of(
                    contender.id(),
                    Content.of(contender.image()),
                    Content.of(contender.caption().orElseThrow()),
                    Content.of(contender.verdict().orElseThrow()),
                    Content.of(contender.productLayer().orElseThrow())))
        .toList();
  }

  @Override
  final Object content(Ranking result) {
    return result;
  }

  @Override
  final List<String> secrets(RankRequest request) {
    return request.contenders().stream()
        .map(contender -> contender.caption().orElseThrow().text())
        .toList();
  }

  /** The ids of a ranking, best first. */
  private static List<String> ids(Ranking ranking) {
    return ranking.images().stream().map(RankedImage::id).toList();
  }

  private static List<Contender> contenders() {
    return List.of(
        Fixtures.contender("duck", TestPictures.duck(SIZE, 0xFF909090)),
        Fixtures.contender("shoe", TestPictures.shoe(SIZE, 0xFFE0E0E0)),
        Fixtures.contender("mug", TestPictures.mug(SIZE, 0xFF304030)),
        Fixtures.contender("street", TestPictures.landscape(SIZE, 0xFFB0A090, 0xFF505058)),
        Fixtures.contender("beach", TestPictures.landscape(SIZE, 0xFF80B8F0, 0xFFE8D8A0)),
        Fixtures.contender("noise", TestPictures.noise(SIZE, SEED)));
  }

  private static List<Contender> twins(String... ids) {
    List<Contender> twins = new ArrayList<>();
    for (String id : ids) {
      twins.add(Fixtures.contender(id, TestPictures.duck(SIZE, 0xFF909090)));
    }
    return twins;
  }

  private static Contender filled(String id, Size size, int argb) {
    return Fixtures.contender(id, RasterImage.filled(size, argb));
  }
}
