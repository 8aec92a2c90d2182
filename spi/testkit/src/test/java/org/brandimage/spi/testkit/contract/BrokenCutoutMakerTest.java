package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.testkit.fake.FakeCutoutMaker;
import org.junit.jupiter.api.Test;

/** Each rule of a cut-out maker is broken on purpose, and the contract names just that rule. */
class BrokenCutoutMakerTest {
  private static final AtomicReference<CutoutMaker> BROKEN = new AtomicReference<>();
  private static final CutoutMaker FAKE = new FakeCutoutMaker();

  @Test
  void m1_changedColour_isFound() {
    assertThat(
            rulesBrokenBy(
                changing(
                    image -> {
                      int[] pixels = image.toArgb();
                      for (int i = 0; i < pixels.length; i++) {
                        pixels[i] ^= pixels[i] >>> 24 == 255 ? 1 : 0;
                      }
                      return RasterImage.adopt(image.size(), pixels);
                    })))
        .containsExactly("M1");
  }

  @Test
  void m2AndM4_uncroppedPicture_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Cutout cutout = FAKE.cut(request, context);
                  return new Cutout(request.photo(), cutout.confidence(), cutout.method());
                }))
        .containsExactly("M2", "M4");
  }

  @Test
  void m3_guessedCutout_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  try {
                    return FAKE.cut(request, context);
                  } catch (UnsupportedInputException e) {
                    return new Cutout(request.photo(), 0, "guess");
                  }
                }))
        .containsExactly("M3");
  }

  @Test
  void m4_lostHalf_isFound() {
    assertThat(rulesBrokenBy(changing(BrokenCutoutMakerTest::leftHalf))).containsExactly("M4");
  }

  private static RasterImage leftHalf(RasterImage image) {
    RasterImage half = crop(image, new Box(0, 0, image.width() / 2, image.height()));
    return crop(half, Cutout.visibleBounds(half).orElseThrow());
  }

  private static RasterImage crop(RasterImage image, Box region) {
    int[] pixels = new int[region.width() * region.height()];
    image.copyRegion(region, pixels, 0, region.width());
    return RasterImage.adopt(region.size(), pixels);
  }

  private static CutoutMaker changing(UnaryOperator<RasterImage> change) {
    return (request, context) -> {
      Cutout cutout = FAKE.cut(request, context);
      RasterImage changed = change.apply(cutout.image().raster());
      return new Cutout(ImageSource.of(changed), cutout.confidence(), cutout.method());
    };
  }

  private static List<String> rulesBrokenBy(CutoutMaker maker) {
    BROKEN.set(maker);
    return ContractRun.brokenRules(Broken.class);
  }

  static class Broken extends CutoutMakerContract {
    @Override
    protected CutoutMaker cutoutMaker() {
      return BROKEN.get();
    }

    @Override
    protected boolean cutsPlainGround() {
      return false;
    }
  }
}
