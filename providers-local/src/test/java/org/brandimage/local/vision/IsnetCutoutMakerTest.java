package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.model.SharedModels;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class IsnetCutoutMakerTest {
  @TempDir private Path folder;

  /** One real photo only: the network takes seconds of CPU a picture. */
  @Test
  void cut_sharedPhoto_isCut() throws Exception {
    try (IsnetCutoutMaker maker = IsnetCutoutMaker.open(SharedModels.real())) {
      Path photo = SharedModels.folder("photos/products").resolve("shiny_sneaker/01.jpg");
      ImageSource source = ImageDecoder.create().open(photo, "shiny_sneaker/01");
      Cutout cutout = maker.cut(new CutoutRequest("sneaker", source), StageContext.standalone());

      assertThat(cutout.confidence()).isGreaterThan(0.8);
      double share = (double) cutout.image().size().pixels() / source.size().pixels();
      assertThat(share).isBetween(0.05, 0.9);
    }
  }

  @Test
  void cut_productThatLeavesTheFrame_isRefused() throws Exception {
    try (IsnetCutoutMaker maker = IsnetCutoutMaker.open(TinyModels.isnet(folder))) {
      assertThatThrownBy(() -> cut(maker, boxes(0, 40, 100, 60)))
          .isInstanceOf(UnsupportedInputException.class)
          .hasMessageContaining("cut by its frame");
      assertThatThrownBy(() -> cut(maker, boxes(0, 0, 100, 97)))
          .hasMessageContaining("filled by one thing");
      assertThatThrownBy(() -> cut(maker, boxes(10, 10, 25, 40, 70, 10, 22, 40)))
          .hasMessageContaining("several things");
      assertThatThrownBy(() -> cut(maker, RasterImage.filled(new Size(300, 200), -1)))
          .hasMessageContaining("nothing that stands out");
    }
  }

  @Test
  void cut_smallExtraParts_areLeftOut() throws Exception {
    try (IsnetCutoutMaker maker = IsnetCutoutMaker.open(TinyModels.isnet(folder))) {
      Cutout cutout = cut(maker, boxes(20, 20, 40, 50, 85, 85, 6, 6));

      assertThat(cutout.image().size().width()).isBetween(119, 123);
      assertThat(cutout.image().size().height()).isBetween(149, 153);
      assertThat(cutout.confidence()).isBetween(0.5, 1.0);
    }
  }

  private static Cutout cut(CutoutMaker maker, RasterImage photo) throws InterruptedException {
    return maker.cut(new CutoutRequest("boxes", ImageSource.of(photo)), StageContext.standalone());
  }

  /** Paints dark boxes, given in hundredths of a white picture of 300x300. */
  private static RasterImage boxes(int... boxes) {
    int[] argb = new int[300 * 300];
    java.util.Arrays.fill(argb, -1);
    for (int i = 0; i < boxes.length; i += 4) {
      for (int y = boxes[i + 1] * 3; y < (boxes[i + 1] + boxes[i + 3]) * 3; y++) {
        for (int x = boxes[i] * 3; x < (boxes[i] + boxes[i + 2]) * 3; x++) {
          argb[y * 300 + x] = 0xFF203040;
        }
      }
    }
    return RasterImage.adopt(new Size(300, 300), argb);
  }
}
