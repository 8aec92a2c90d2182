package org.brandimage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.brandimage.imaging.ColourGrade;
import org.brandimage.imaging.DepthOfField;
import org.brandimage.imaging.LightEstimate;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranking;
import org.brandimage.spi.testkit.Fixtures;
import org.brandimage.spi.testkit.TestContexts;
import org.brandimage.spi.testkit.TestPictures;
import org.junit.jupiter.api.Test;

class PhotographicRankerTest {
  private static final Size SIZE = new Size(320, 320);
  private static final Box MIDDLE = new Box(90, 120, 140, 160);

  private final PhotographicRanker ranker = PhotographicRanker.create();

  @Test
  void rank_blurredCopy_comesAfterTheSharpOne() throws Exception {
    RasterImage sharp = picture();
    RasterImage soft = DepthOfField.of(sharp, 0.02).focused(2);
    assertThat(order(contender("a-soft", soft, 0, MIDDLE), contender("b-sharp", sharp, 0, MIDDLE)))
        .containsExactly("b-sharp", "a-soft");
  }

  @Test
  void rank_darkenedCopy_comesLast() throws Exception {
    RasterImage usual = picture();
    RasterImage dark = ColourGrade.forThemes(List.of("night")).apply(usual, LightEstimate.studio());
    assertThat(order(contender("a-dark", dark, 0, MIDDLE), contender("b-lit", usual, 0, MIDDLE)))
        .containsExactly("b-lit", "a-dark");
  }

  @Test
  void rank_tiltedProduct_comesAfterTheUprightOne() throws Exception {
    assertThat(
            order(
                contender("a", picture(), 15, MIDDLE),
                contender("b", picture(), 0, MIDDLE),
                contender("c", picture(), -30, MIDDLE),
                contender("d", picture(), 360, MIDDLE)))
        .containsExactly("b", "d", "a", "c");
  }

  @Test
  void rank_productLostInACorner_comesAfterTheOneInTheMiddle() throws Exception {
    assertThat(
            order(
                contender("a-corner", picture(), 0, new Box(2, 290, 30, 25)),
                contender("b-middle", picture(), 0, MIDDLE)))
        .containsExactly("b-middle", "a-corner");
  }

  @Test
  void rank_greyCopy_isLessColourful() throws Exception {
    RasterImage colour = picture();
    int[] grey = colour.toArgb();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = 0xFF000000 | (grey[i] >> 8 & 255) * 0x010101;
    }
    Ranking ranking =
        rank(
            contender("grey", RasterImage.adopt(SIZE, grey), 0, MIDDLE),
            contender("colour", colour, 0, MIDDLE));
    assertThat(feature(ranking, "grey", "colourfulness")).isZero();
    assertThat(feature(ranking, "colour", "colourfulness")).isGreaterThan(0.2);
  }

  @Test
  void rank_anyPicture_hasAllFeaturesFromZeroToOne() throws Exception {
    Ranking ranking =
        rank(
            contender("noise", TestPictures.noise(SIZE, 3), 200, new Box(-10, -10, 900, 900)),
            contender("white", RasterImage.filled(SIZE, -1), -15, MIDDLE),
            contender("black", RasterImage.filled(SIZE, 0xFF000000), 15, MIDDLE));
    for (RankedImage image : ranking.images()) {
      assertThat(image.features())
          .containsOnlyKeys(
              "uprightness",
              "balance",
              "sharpness",
              "colourfulness",
              "contrast",
              "exposure",
              "prominence");
      assertThat(image.features().values()).allMatch(value -> value >= 0 && value <= 1);
      assertThat(image.score()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void withWeights_onlyOneFeature_ranksByIt() throws Exception {
    PhotographicRanker tilt =
        PhotographicRanker.withWeights(
            Map.of(
                "balance",
                0.0,
                "sharpness",
                0.0,
                "colourfulness",
                0.0,
                "contrast",
                0.0,
                "exposure",
                0.0,
                "prominence",
                0.0));
    Ranking ranking =
        tilt.rank(
            new RankRequest(List.of(contender("x", picture(), 9, MIDDLE))), TestContexts.active());
    assertThat(ranking.images().get(0).score())
        .isCloseTo(0.8, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(tilt.identity()).isNotEqualTo(ranker.identity());
  }

  @Test
  void withWeights_unusable_isRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhotographicRanker.withWeights(Map.of("beauty", 1.0)))
        .withMessageContaining("beauty")
        .withMessageContaining("sharpness");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhotographicRanker.withWeights(Map.of("contrast", -1.0)))
        .withMessageContaining("contrast");
  }

  private List<String> order(Contender... contenders) throws InterruptedException {
    return rank(contenders).images().stream().map(RankedImage::id).toList();
  }

  private Ranking rank(Contender... contenders) throws InterruptedException {
    return ranker.rank(new RankRequest(List.of(contenders)), TestContexts.active());
  }

  private static double feature(Ranking ranking, String id, String name) {
    return ranking.images().stream()
        .filter(image -> image.id().equals(id))
        .findFirst()
        .orElseThrow()
        .features()
        .get(name);
  }

  private static RasterImage picture() {
    return TestPictures.duck(SIZE, 0xFF6090B0);
  }

  private static Contender contender(String id, RasterImage image, double rotation, Box box) {
    Placement placement = new Placement(0, 0, box.width(), box.height(), rotation, box, 0);
    return new Contender(
        id,
        ImageSource.of(image),
        Fixtures.caption(),
        Fixtures.verdict(id, true),
        new Candidate("candidate-" + id, List.of(placement)));
  }
}
