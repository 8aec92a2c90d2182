package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.model.SharedModels;
import org.brandimage.local.model.TinyModels;
import org.brandimage.local.vision.ObjectDetector.Detection;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectDetectorTest {
  @TempDir private Path folder;

  @Test
  void detect_knownAnchor_isDecodedToItsBox() throws Exception {
    // The last anchor: the whole picture's cell, scale sqrt(0.95 * 1), square.
    try (ObjectDetector detector = ObjectDetector.open(TinyModels.ssd(folder, 1916, 12, 0.8f))) {
      List<Detection> found =
          detector.detect(
              ImageSource.of(RasterImage.filled(new Size(600, 400), -1)),
              StageContext.standalone());

      assertThat(found).hasSize(1);
      assertThat(found.get(0).label()).isEqualTo("Mug");
      assertThat(found.get(0).score()).isCloseTo(0.8, within(1e-5));
      assertThat(found.get(0).box()).isEqualTo(new Box(8, 5, 584, 390));
    }
  }

  @Test
  void detect_sharedPhotos_areFound() throws Exception {
    try (ObjectDetector detector = ObjectDetector.open(SharedModels.real())) {
      List<Detection> sneaker =
          detector.detect(photo("products/shiny_sneaker/01.jpg"), StageContext.standalone());
      List<Detection> table =
          detector.detect(photo("scenes/espresso-on-wooden-table.png"), StageContext.standalone());

      assertThat(sneaker).anyMatch(found -> found.label().equals("Footwear"));
      assertThat(table).anyMatch(found -> found.label().equals("Coffee cup"));
    }
  }

  private static ImageSource photo(String name) {
    return ImageDecoder.create().open(SharedModels.folder("photos").resolve(name), name);
  }
}
