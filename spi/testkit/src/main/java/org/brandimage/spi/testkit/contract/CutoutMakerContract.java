package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.CutoutRules;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link CutoutMaker}: extend it, say how to make yours and which photos it cuts.
 */
public abstract class CutoutMakerContract
    extends StageContract<CutoutMaker, CutoutRequest, Cutout> {
  private static final Size PHOTO = new Size(240, 200);

  /** For subclasses. */
  protected CutoutMakerContract() {}

  /**
   * Makes the cut-out maker under test.
   *
   * @return a cut-out maker
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract CutoutMaker cutoutMaker() throws Exception;

  /**
   * Tells whether photos with an alpha channel are cut; if not, they must be refused.
   *
   * @return true unless overridden
   */
  protected boolean cutsAlpha() {
    return true;
  }

  /**
   * Tells whether opaque photos on a plain white ground are cut; if not, they must be refused.
   *
   * @return true unless overridden
   */
  protected boolean cutsPlainGround() {
    return true;
  }

  @Override
  protected List<CutoutRequest> requests() {
    List<CutoutRequest> requests = new ArrayList<>();
    if (cutsAlpha()) {
      requests.addAll(photos(TestPictures.CLEAR));
    }
    if (cutsPlainGround()) {
      requests.addAll(photos(TestPictures.WHITE));
    }
    return requests;
  }

  @Override
  protected List<CutoutRequest> awkwardRequests() {
    return List.of(
        new CutoutRequest("damaged", TestPictures.unreadable(PHOTO)),
        request("tiny", RasterImage.filled(new Size(1, 1), TestPictures.WHITE)),
        request("narrow", RasterImage.filled(new Size(1, 500), 0xFF202020)),
        request("noise", TestPictures.noise(PHOTO, SEED)),
        request("\u0000", TestPictures.duck(new Size(16, 16), 0x01FFFFFF)));
  }

  /** If this fails, look for a colour that is mixed with the ground or multiplied by alpha. */
  @Test
  @DisplayName("M1 the product's opaque pixels keep their colours")
  public final void m1_opaquePixels_areThoseOfThePhoto() throws InterruptedException {
    for (CutoutRequest request : requests()) {
      KeptRule.require("M1", CutoutRules.all(request, answer(request)));
    }
  }

  /** If this fails, crop to {@link Cutout#visibleBounds}. */
  @Test
  @DisplayName("M2 a cut-out is cropped to its visible pixels")
  public final void m2_anyCutout_isCropped() throws InterruptedException {
    for (CutoutRequest request : requests()) {
      KeptRule.require("M2", CutoutRules.all(request, answer(request)));
    }
  }

  /** If this fails, throw {@link UnsupportedInputException} where no product is found. */
  @Test
  @DisplayName("M3 a photo that cannot be cut is refused as unsupported")
  public final void m3_hopelessPhoto_isUnsupported() {
    List<CutoutRequest> hopeless = new ArrayList<>();
    hopeless.add(request("nothing", RasterImage.filled(PHOTO, TestPictures.CLEAR)));
    hopeless.add(request("blank", RasterImage.filled(PHOTO, TestPictures.WHITE)));
    if (!cutsAlpha()) {
      hopeless.addAll(photos(TestPictures.CLEAR));
    }
    if (!cutsPlainGround()) {
      hopeless.addAll(photos(TestPictures.WHITE));
    }
    for (CutoutRequest request : hopeless) {
      assertThatExceptionOfType(UnsupportedInputException.class)
          .as(request.name())
          .isThrownBy(() -> answer(request));
    }
  }

  /** If this fails, part of the product is lost, or part of the ground is taken for it. */
  @Test
  @DisplayName("M4 the whole product is cut out, and nothing else")
  public final void m4_anyCutout_isAsLargeAsTheProduct() throws InterruptedException {
    for (CutoutRequest request : requests()) {
      RasterImage photo = request.photo().raster();
      int ground = photo.argb(0, 0);
      Box product =
          Mask.of(photo.size(), (x, y) -> photo.argb(x, y) != ground).keptBounds().orElseThrow();
      int most = ground == TestPictures.CLEAR ? 0 : 4;
      Size cutout = answer(request).image().size();
      assertThat(Math.abs(cutout.width() - product.width()))
          .as("%s: width %s of %s", request.name(), cutout, product)
          .isLessThanOrEqualTo(most);
      assertThat(Math.abs(cutout.height() - product.height()))
          .as("%s: height %s of %s", request.name(), cutout, product)
          .isLessThanOrEqualTo(most);
    }
  }

  @Override
  final List<CutoutRequest> largeRequests() {
    List<CutoutRequest> large = new ArrayList<>();
    for (int ground : new int[] {TestPictures.CLEAR, TestPictures.WHITE}) {
      large.add(request("large", TestPictures.duck(LARGE, ground)));
    }
    return large;
  }

  @Override
  final CutoutRequest withPictures(CutoutRequest request, UnaryOperator<ImageSource> change) {
    return new CutoutRequest(request.name(), change.apply(request.photo()));
  }

  @Override
  final CutoutMaker create() throws Exception {
    return cutoutMaker();
  }

  @Override
  final Cutout call(CutoutMaker stage, CutoutRequest request, StageContext context)
      throws InterruptedException {
    return stage.cut(request, context);
  }

  @Override
  final Object snapshot(CutoutRequest request) {
    return List.of(request.name(), Content.of(request.photo()));
  }

  @Override
  final Object content(Cutout result) {
    return List.of(result.image().raster(), result.confidence(), result.method());
  }

  @Override
  final List<String> secrets(CutoutRequest request) {
    return List.of();
  }

  private static List<CutoutRequest> photos(int ground) {
    String suffix = ground == TestPictures.CLEAR ? " with alpha" : " on white";
    return List.of(
        request("duck" + suffix, TestPictures.duck(PHOTO, ground)),
        request("mug" + suffix, TestPictures.mug(PHOTO, ground)),
        request("shoe" + suffix, TestPictures.shoe(PHOTO, ground)));
  }

  private static CutoutRequest request(String name, RasterImage photo) {
    return new CutoutRequest(name, ImageSource.of(photo));
  }
}
