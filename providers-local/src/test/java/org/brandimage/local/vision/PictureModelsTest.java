package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.SharedModels;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureModelsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"teapot/00.jpg, teapot", "shiny_sneaker/00.jpg, running shoe"})
  void classify_sharedPhotos_areNamed(String photo, String name) throws Exception {
    try (ImageClassifier classifier = ImageClassifier.open(SharedModels.real())) {
      assertThat(classifier.classify(photo(photo), 5, StageContext.standalone()))
          .as(photo)
          .anyMatch(label -> label.name().contains(name));
    }
  }

  @Test
  void classify_limit_isKeptAndBestComeFirst() throws Exception {
    try (ImageClassifier classifier = ImageClassifier.open(TinyModels.mobileNet(folder))) {
      ImageSource grey = ImageSource.of(RasterImage.filled(new Size(20, 20), 0xFF808080));

      assertThat(classifier.classify(grey, 3, StageContext.standalone()))
          .hasSize(3)
          .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()))
          .noneMatch(label -> label.name().equals("background"));
      assertThat(classifier.classify(grey, 50, StageContext.standalone())).hasSize(4);
      assertThatThrownBy(() -> classifier.classify(grey, 0, StageContext.standalone()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void similarity_sameProduct_isAboveAnother() throws Exception {
    try (EmbeddingSimilarity similarity = EmbeddingSimilarity.open(SharedModels.real())) {
      StageContext context = StageContext.standalone();
      for (String product : new String[] {"teapot", "shiny_sneaker", "robot_toy", "candle"}) {
        double same =
            similarity.similarity(photo(product + "/00.jpg"), photo(product + "/01.jpg"), context);
        double other =
            similarity.similarity(photo(product + "/00.jpg"), photo("can/00.jpg"), context);
        assertThat(same).as(product).isGreaterThan(other);
      }
    }
  }

  @Test
  void dino_randomWeightsOfTheUsualLayout_areWired() throws Exception {
    try (DinoSimilarity similarity = DinoSimilarity.open(SharedModels.random())) {
      StageContext context = StageContext.standalone();
      ImageSource teapot = photo("teapot/00.jpg");

      assertThat(similarity.embedding(teapot, context).dimension()).isEqualTo(32);
      assertThat(similarity.similarity(teapot, teapot, context)).isGreaterThan(0.9999);
    }
  }

  @Test
  void open_emptyStore_namesTheFile() {
    ModelStore empty = ModelStore.open(folder);
    assertThatThrownBy(() -> EmbeddingSimilarity.open(empty))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mobilenet_v2_imagenet_tf2.onnx");
    assertThatThrownBy(() -> ImageClassifier.open(empty))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("imagenet_labels.txt");
  }

  private static ImageSource photo(String name) {
    return ImageDecoder.create().open(SharedModels.folder("photos/products").resolve(name), name);
  }
}
