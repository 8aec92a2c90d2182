package org.brandimage.local.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brandimage.imaging.light.ColourGrade;
import org.brandimage.imaging.light.DepthOfField;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.local.model.TinyModels;
import org.brandimage.local.vision.NimaRanker;
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
import org.brandimage.spi.testkit.fake.TestContexts;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** A turned product's box is larger and holds more of the background than the product's own. */
  @Test
  void rank_turnedProduct_keepsBalanceAndProminence() throws Exception {
    List<Contender> contenders = new ArrayList<>();
    for (int degrees : List.of(0, 15, -15, 30)) {
      contenders.add(bar(degrees));
    }

    Ranking ranking = rank(contenders.toArray(Contender[]::new));

    for (String name : List.of("balance", "prominence")) {
      double upright = feature(ranking, "bar0", name);
      for (String turned : List.of("bar15", "bar-15", "bar30")) {
        assertThat(feature(ranking, turned, name))
            .as("%s of %s", name, turned)
            .isCloseTo(upright, offset(0.02));
      }
    }
    assertThat(ranking.images().get(0).id()).isEqualTo("bar0");
  }

  @Test
  void rank_unknownPlacements_weighsTheOtherFeaturesAlone() throws Exception {
    Ranking ranking = rank(Contender.of("bare", ImageSource.of(picture())));

    assertThat(ranking.images().get(0).features())
        .containsOnlyKeys("sharpness", "colourfulness", "contrast", "exposure");
    assertThat(ranking.images().get(0).score()).isBetween(0.0, 1.0);
  }

  @Test
  void withRatings_anyPicture_blendsTheRatingIntoTheScore(@TempDir Path folder) throws Exception {
    Contender contender = contender("a", picture(), 0, MIDDLE);
    double plain = rank(contender).images().get(0).score();
    try (NimaRanker nima = NimaRanker.aesthetic(TinyModels.nima(folder))) {
      PhotographicRanker blended = PhotographicRanker.withRatings(nima);

      RankedImage ranked =
          blended.rank(RankRequest.of(List.of(contender)), TestContexts.active()).images().get(0);

      double rating = ranked.features().get("rating");
      double rated = Math.max(0, Math.min(1, (rating - 3.4) / 4));
      assertThat(rating).isBetween(1.0, 10.0);
      assertThat(ranked.score()).isCloseTo(0.7 * plain + 0.3 * rated, offset(1e-9));
      assertThat(ranked.features()).containsKeys("uprightness", "balance", "prominence");
      assertThat(blended.identity()).isNotEqualTo(ranker.identity());
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
            RankRequest.of(List.of(contender("x", picture(), 9, MIDDLE))), TestContexts.active());
    assertThat(ranking.images().get(0).score()).isCloseTo(0.8, offset(1e-9));
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
    return ranker.rank(RankRequest.of(List.of(contenders)), TestContexts.active());
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

  /** A bar of 120 by 60 on grey, turned about the picture's middle. */
  private static Contender bar(int degrees) {
    double turn = Math.toRadians(degrees);
    int[] layer = new int[SIZE.width() * SIZE.height()];
    int[] picture = new int[layer.length];
    for (int i = 0; i < layer.length; i++) {
      double dx = i % SIZE.width() + 0.5 - 160;
      double dy = Math.floorDiv(i, SIZE.width()) + 0.5 - 160;
      double across = Math.abs(dx * Math.cos(turn) - dy * Math.sin(turn));
      double down = Math.abs(dx * Math.sin(turn) + dy * Math.cos(turn));
      boolean inside = across <= 60 && down <= 30;
      layer[i] = inside ? 0xFF205080 : 0;
      picture[i] = inside ? 0xFF205080 : 0xFF909090;
    }
    double cos = Math.abs(Math.cos(turn));
    double sin = Math.abs(Math.sin(turn));
    int width = (int) Math.ceil(120 * cos + 60 * sin);
    int height = (int) Math.ceil(120 * sin + 60 * cos);
    Box box = new Box(160 - width / 2, 160 - height / 2, width, height);
    Placement placement = new Placement(0, 0, 120, 60, degrees, box, 0);
    return Contender.builder("bar" + degrees, ImageSource.of(RasterImage.adopt(SIZE, picture)))
        .candidate(new Candidate("candidate" + degrees, List.of(placement)))
        .productLayer(ImageSource.of(RasterImage.adopt(SIZE, layer)))
        .build();
  }

  private static Contender contender(String id, RasterImage image, double rotation, Box box) {
    Placement placement = new Placement(0, 0, box.width(), box.height(), rotation, box, 0);
    return Contender.builder(id, ImageSource.of(image))
        .candidate(new Candidate("candidate-" + id, List.of(placement)))
        .build();
  }
}
