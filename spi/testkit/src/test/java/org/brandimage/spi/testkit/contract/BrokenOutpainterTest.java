package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.Test;

/** Each rule of an outpainter is broken on purpose, and the contract names just that rule. */
class BrokenOutpainterTest {
  private static final AtomicReference<Outpainter> BROKEN = new AtomicReference<>();
  private static final Outpainter FAKE = new FakeOutpainter();

  @Test
  void o1_otherSize_isFound() {
    assertThat(
            rulesBrokenBy(
                changing(
                    image ->
                        source(RasterImage.filled(new Size(8, 8), image.raster().argb(0, 0))))))
        .containsExactly("O1");
  }

  @Test
  void o2_transparentPixel_isFound() {
    assertThat(
            rulesBrokenBy(
                changing(
                    image -> {
                      int[] pixels = image.raster().toArgb();
                      pixels[pixels.length - 1] &= 0xFEFFFFFF;
                      return source(RasterImage.adopt(image.size(), pixels));
                    })))
        .containsExactly("O2");
  }

  @Test
  void o3_lostPicture_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  Outpainting all = FAKE.outpaint(request, context);
                  return request.count() == 3
                      ? new Outpainting(all.images().subList(0, 2), List.of())
                      : all;
                }))
        .containsExactly("O3");
  }

  @Test
  void o4_ignoredSeed_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  OutpaintRequest unseeded =
                      OutpaintRequest.builder(
                              request.candidate(),
                              request.scene(),
                              request.caption(),
                              request.productLayer(),
                              request.reference(),
                              request.mask())
                          .backgroundUse(request.backgroundUse())
                          .count(request.count())
                          .build();
                  return FAKE.outpaint(unseeded, context);
                }))
        .containsExactly("O4");
  }

  @Test
  void o5_equalDigestsOfOtherPixels_areFound() {
    assertThat(rulesBrokenBy(changing(image -> new Odd(image.raster(), "same", false))))
        .containsExactly("O5");
  }

  @Test
  void o5_pictureThatChanges_isFound() {
    assertThat(rulesBrokenBy(changing(image -> new Odd(image.raster(), image.digest(), true))))
        .containsExactly("O5");
  }

  @Test
  void o6_impossibleSeed_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) ->
                    new Outpainting(
                        FAKE.outpaint(request, context).images().stream()
                            .map(image -> new OutpaintedImage(image.index(), image.image(), -1))
                            .toList(),
                        List.of())))
        .containsExactly("O6");
  }

  @Test
  void o7_untypedRefusalOfABackgroundUse_isFound() {
    assertThat(
            rulesBrokenBy(
                (request, context) -> {
                  if (request != null && request.backgroundUse() == BackgroundUse.BAND) {
                    throw new StageException("no bands");
                  }
                  return FAKE.outpaint(request, context);
                }))
        .containsExactly("O7");
  }

  private static List<String> rulesBrokenBy(Outpainter outpainter) {
    BROKEN.set(outpainter);
    return ContractRun.brokenRules(Broken.class);
  }

  private static Outpainter changing(UnaryOperator<ImageSource> change) {
    return (request, context) ->
        new Outpainting(
            FAKE.outpaint(request, context).images().stream()
                .map(
                    image ->
                        new OutpaintedImage(
                            image.index(), change.apply(image.image()), image.seed()))
                .toList(),
            List.of());
  }

  private static ImageSource source(RasterImage image) {
    return ImageSource.of(image);
  }

  /** A picture with a digest of its own choice, whose second opening may show something else. */
  private static final class Odd implements ImageSource {
    private final RasterImage image;
    private final String digest;
    private final boolean changes;
    private final AtomicInteger opened = new AtomicInteger();

    Odd(RasterImage image, String digest, boolean changes) {
      this.image = image;
      this.digest = digest;
      this.changes = changes;
    }

    @Override
    public Size size() {
      return image.size();
    }

    @Override
    public String digest() {
      return digest;
    }

    @Override
    public RasterImage raster() {
      return changes && opened.incrementAndGet() > 1
          ? RasterImage.filled(image.size(), TestPictures.WHITE)
          : image;
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }

  static class Broken extends OutpainterContract {
    @Override
    protected Outpainter outpainter() {
      return BROKEN.get();
    }
  }
}
