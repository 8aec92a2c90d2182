package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.brandimage.local.model.LinearHead;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.SharedModels;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wiring only: these networks have random weights, so their order means nothing. */
class TextRankersTest {
  private static final Size SIZE = new Size(320, 200);

  @TempDir private Path folder;

  @Test
  void aesthetic_randomClipAndRealHead_givesAScoreOfTheHeadsScale() throws Exception {
    LinearHead head = LinearHead.open(SharedModels.real(), ModelCatalogue.LAION_V1_B32);
    try (AestheticRanker ranker =
        AestheticRanker.open(
            SharedModels.random(), ModelCatalogue.CLIP_VISION, head, "laion-v1-b32")) {
      assertThat(scores(ranker)).hasSize(2).allMatch(score -> Double.isFinite(score));
    }
  }

  @Test
  void aesthetic_headForAnotherClip_isRefusedWithBothLengths() throws Exception {
    LinearHead head = LinearHead.open(SharedModels.real(), ModelCatalogue.LAION_V2_L14);
    try (AestheticRanker ranker =
        AestheticRanker.open(
            SharedModels.random(), ModelCatalogue.CLIP_VISION, head, "laion-v2-l14")) {
      assertThatThrownBy(() -> scores(ranker))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("float32[1, 512], each should be [768]");
    }
  }

  @Test
  void hps_randomTowers_giveACosine() throws Exception {
    ClipTokenizer tokenizer = ClipTokenizer.open(SharedModels.real());
    try (HpsRanker ranker =
        HpsRanker.open(
            SharedModels.random(),
            ModelCatalogue.CLIP_VISION,
            ModelCatalogue.CLIP_TEXT,
            tokenizer)) {
      assertThat(scores(ranker)).hasSize(2).allMatch(score -> score >= -1 && score <= 1);
    }
  }

  @Test
  void imageReward_knownNetwork_isStandardised() throws Exception {
    try (ImageRewardRanker ranker = ImageRewardRanker.open(TinyModels.imageReward(folder))) {
      RasterImage black = RasterImage.filled(SIZE, 0xFF000000);
      RasterImage white = RasterImage.filled(SIZE, 0xFFFFFFFF);
      double low = score(ranker, black);
      double high = score(ranker, white);

      // the mean of the channels' 1/std, over the authors' deviation
      double step = (1 / 0.26862954 + 1 / 0.26130258 + 1 / 0.27577711) / 3 / 1.0333394966054072;
      assertThat(high - low).isCloseTo(step, within(1e-4));
    }
  }

  private static List<Double> scores(Ranker ranker) throws InterruptedException {
    RankRequest request =
        RankRequest.of(
            List.of(
                Fixtures.contender("duck", TestPictures.duck(SIZE, 0xFF909090)),
                Fixtures.contender("mug", TestPictures.mug(SIZE, 0xFF304030))));
    return ranker.rank(request, StageContext.standalone()).images().stream()
        .map(RankedImage::score)
        .toList();
  }

  private static double score(Ranker ranker, RasterImage image) throws InterruptedException {
    RankRequest request = RankRequest.of(List.of(Fixtures.contender("x", image)));
    return ranker.rank(request, StageContext.standalone()).images().get(0).score();
  }
}
