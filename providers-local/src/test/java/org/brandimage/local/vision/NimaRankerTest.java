package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.SharedModels;
import org.brandimage.local.model.TinyOnnx;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class NimaRankerTest {
  private static final int LONGEST_SIDE = 640;

  @TempDir private Path folder;

  @Test
  void rank_networkOfKnownDistribution_isItsMean() throws Exception {
    TinyOnnx.graph()
        .floatInput("image", 1, 3, 224, 224)
        .constant("p", new float[] {0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0.5f}, 1, 10)
        .node("ReduceMean", "m", "image", "keepdims=0")
        .constant("zero", new float[] {0}, 1)
        .node("Mul", "none", "m zero")
        .node("Add", "distribution", "p none")
        .output("distribution", 1, 10)
        .write(folder.resolve(ModelCatalogue.NIMA_TECHNICAL.file()));
    try (NimaRanker ranker = NimaRanker.technical(ModelStore.open(folder))) {
      assertThat(score(ranker, RasterImage.filled(new Size(9, 9), -1))).isEqualTo(5.5);
    }
  }

  @Test
  void aesthetic_fileOfAnotherShape_isNamedWhenRun() throws Exception {
    TinyOnnx.graph()
        .floatInput("image", 1, 3, 224, 224)
        .node("AveragePool", "distribution", "image", "kernel_shape=224,224")
        .output("distribution", 1, 3, 1, 1)
        .write(folder.resolve(ModelCatalogue.NIMA_AESTHETIC.file()));
    try (NimaRanker ranker = NimaRanker.aesthetic(ModelStore.open(folder))) {
      assertThatThrownBy(() -> score(ranker, RasterImage.filled(new Size(9, 9), -1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("nima_mobilenet_aesthetic.onnx")
          .hasMessageContaining("float32[1, 3, 1, 1], each should be [10]");
    }
  }

  /** At least nine of ten originals above each of their worse copies, kind by kind. */
  @Test
  void rank_worseCopiesOfPhotos_standBelowTheirOriginals() throws Exception {
    Map<String, UnaryOperator<RasterImage>> kinds =
        Map.of(
            "blurred", image -> PhotoDistortions.blurred(image, 3),
            "noisy", image -> PhotoDistortions.noisy(image, 20),
            "darkened", image -> PhotoDistortions.darkened(image, 0.5));
    List<Path> photos = photos();
    Map<String, Integer> below = new TreeMap<>();
    try (NimaRanker ranker = NimaRanker.aesthetic(SharedModels.real())) {
      for (Path photo : photos) {
        RasterImage image = reduced(ImageDecoder.create().open(photo, photo.toString()).raster());
        double original = score(ranker, image);
        for (Map.Entry<String, UnaryOperator<RasterImage>> kind : kinds.entrySet()) {
          boolean worse = score(ranker, kind.getValue().apply(image)) < original;
          below.merge(kind.getKey(), worse ? 1 : 0, Integer::sum);
        }
      }
    }
    System.out.println(
        "NIMA aesthetic, of " + photos.size() + " photos above their copy: " + below);
    assertThat(photos).hasSizeGreaterThanOrEqualTo(35);
    assertThat(below.values()).allMatch(count -> count >= 0.9 * photos.size());
  }

  private static List<Path> photos() throws IOException {
    List<Path> photos = new ArrayList<>();
    for (String kind : List.of("photos/products", "photos/scenes")) {
      try (Stream<Path> files = Files.walk(SharedModels.folder(kind))) {
        files
            .filter(file -> file.toString().matches(".*\\.(jpg|png)"))
            .sorted()
            .forEach(photos::add);
      }
    }
    return photos;
  }

  private static RasterImage reduced(RasterImage image) {
    double scale = Math.min(1, LONGEST_SIDE / (double) Math.max(image.width(), image.height()));
    return Resampler.resize(
        image, new Size((int) (image.width() * scale), (int) (image.height() * scale)));
  }

  private static double score(NimaRanker ranker, RasterImage image) throws InterruptedException {
    RankRequest request = RankRequest.of(List.of(Fixtures.contender("x", image)));
    double score = ranker.rank(request, StageContext.standalone()).images().get(0).score();
    assertThat(score).isCloseTo(5.5, within(4.5));
    return score;
  }
}
