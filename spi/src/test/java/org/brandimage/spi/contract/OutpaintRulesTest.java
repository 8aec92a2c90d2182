package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.junit.jupiter.api.Test;

/** O1 to O3, O5 and O6, kept and broken. */
class OutpaintRulesTest {
  private static final Size CANVAS = Samples.SIZE;
  private static final ImageSource GOOD = Samples.white(CANVAS);
  private static final OutpaintRequest REQUEST =
      OutpaintRequest.builder(
              Samples.candidate("c1", Samples.placement(0, new Box(0, 0, 1, 1))),
              Samples.scene("duck"),
              Samples.CAPTION,
              GOOD,
              GOOD,
              Mask.of(CANVAS, (x, y) -> x == 0))
          .count(2)
          .build();

  @Test
  void anyRule_pictureAndRejection_areKept() {
    Outpainting outpainting =
        new Outpainting(
            List.of(new OutpaintedImage(1, GOOD, 0)),
            List.of(new OutpaintRejection(0, "content", "refused")));
    assertThat(OutpaintRules.all(REQUEST, outpainting)).isEmpty();
    assertThat(OutpaintRules.structure(REQUEST, outpainting)).isEmpty();
  }

  @Test
  void o1_declaredSize_isCheckedWithoutOpening() {
    assertThat(OutpaintRules.structure(REQUEST, pair(Samples.unreadable(CANVAS)))).isEmpty();
    assertThat(OutpaintRules.structure(REQUEST, pair(Samples.unreadable(new Size(9, 9)))))
        .singleElement()
        .returns("O1", BrokenRule::rule)
        .returns("index 1 is 9x9, the canvas 8x6", BrokenRule::found);
  }

  @Test
  void o1_otherSizeWhenOpened_isBrokenInAllRulesOnly() {
    Outpainting wrong = pair(source(() -> RasterImage.filled(new Size(3, 3), -1), "d"));
    assertThat(Samples.numbers(OutpaintRules.all(REQUEST, wrong))).containsExactly("O1");
    assertThat(OutpaintRules.structure(REQUEST, wrong)).isEmpty();
  }

  @Test
  void o1_pictureThatCannotBeOpened_isBroken() {
    assertThat(OutpaintRules.all(REQUEST, pair(Samples.unreadable(CANVAS))))
        .extracting(BrokenRule::found)
        .containsExactly("index 1 cannot be opened", "index 1 has no digest");
  }

  @Test
  void o2_transparentPixel_isBroken() {
    ImageSource clear = ImageSource.of(RasterImage.filled(CANVAS, 0xFEFFFFFF));
    assertThat(Samples.numbers(OutpaintRules.all(REQUEST, pair(clear)))).containsExactly("O2");
  }

  @Test
  void o3_missingOrUnknownIndex_isBroken() {
    Outpainting wrong = new Outpainting(List.of(new OutpaintedImage(7, GOOD, 0)), List.of());
    assertThat(OutpaintRules.structure(REQUEST, wrong))
        .singleElement()
        .returns("O3", BrokenRule::rule)
        .returns("missing [0, 1], unknown [7]", BrokenRule::found);
  }

  @Test
  void o5_digestSharedByOtherPixels_isBroken() {
    ImageSource black = ImageSource.of(RasterImage.filled(CANVAS, 0xFF000000));
    assertThat(
            Samples.numbers(OutpaintRules.all(REQUEST, pair(source(black::raster, GOOD.digest())))))
        .containsExactly("O5");
  }

  @Test
  void o5_otherPixelsWhenOpenedAgain_isBroken() {
    AtomicInteger opened = new AtomicInteger();
    ImageSource changing =
        source(() -> RasterImage.filled(CANVAS, 0xFF000000 | opened.getAndIncrement()), "d");
    assertThat(OutpaintRules.all(REQUEST, pair(changing)))
        .singleElement()
        .returns("O5", BrokenRule::rule)
        .returns("index 1 opens to other pixels the second time", BrokenRule::found);
  }

  @Test
  void o6_seedNoGeneratorAccepts_isBroken() {
    for (long seed : new long[] {-1, 2_147_483_647L}) {
      Outpainting wrong =
          new Outpainting(
              List.of(new OutpaintedImage(0, GOOD, 0), new OutpaintedImage(1, GOOD, seed)),
              List.of());
      assertThat(Samples.numbers(OutpaintRules.all(REQUEST, wrong))).containsExactly("O6");
    }
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(OutpaintRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(OutpaintRules.all(REQUEST, null))).containsExactly("C1");
  }

  /** A good picture and another one. */
  private static Outpainting pair(ImageSource other) {
    return new Outpainting(
        List.of(new OutpaintedImage(0, GOOD, 0), new OutpaintedImage(1, other, 0)), List.of());
  }

  private static ImageSource source(Supplier<RasterImage> pixels, String digest) {
    return new ImageSource() {
      @Override
      public Size size() {
        return CANVAS;
      }

      @Override
      public String digest() {
        return digest;
      }

      @Override
      public RasterImage raster() {
        return pixels.get();
      }

      @Override
      public Optional<EncodedImage> original() {
        return Optional.empty();
      }
    };
  }
}
