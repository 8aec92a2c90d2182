package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.OutpaintRules;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.testkit.fake.Compositions;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Outpainter}: extend it and say how to make yours. */
public abstract class OutpainterContract
    extends StageContract<Outpainter, OutpaintRequest, Outpainting> {
  private static final Size CANVAS = Fixtures.CANVAS.size();
  private static final long LARGEST_SEED = 2_147_483_646L;

  /** For subclasses. */
  protected OutpainterContract() {}

  /**
   * Makes the outpainter under test.
   *
   * @return an outpainter
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract Outpainter outpainter() throws Exception;

  /**
   * Tells whether another seed gives other pictures.
   *
   * @return true unless overridden
   */
  protected boolean honoursSeed() {
    return true;
  }

  @Override
  protected List<OutpaintRequest> requests() {
    return List.of(
        Compositions.outpaint(CANVAS).seed(7).build(),
        Compositions.outpaint(CANVAS).seed(LARGEST_SEED).count(3).build());
  }

  @Override
  protected List<OutpaintRequest> awkwardRequests() {
    OutpaintRequest usual = Compositions.outpaint(CANVAS).build();
    ImageSource damaged = TestPictures.unreadable(CANVAS);
    ImageSource layer = usual.productLayer();
    ImageSource nothing = ImageSource.of(RasterImage.filled(CANVAS, TestPictures.CLEAR));
    return List.of(
        with(layer, damaged, usual.mask()),
        with(damaged, damaged, usual.mask()),
        with(layer, usual.reference(), Mask.of(CANVAS, (x, y) -> true)),
        with(nothing, usual.reference(), Mask.of(CANVAS, (x, y) -> false)),
        Compositions.outpaint(new Size(1000, 100)).build(),
        Compositions.outpaint(CANVAS).count(16).build());
  }

  /** If this fails, look at the size the generator was asked for, and crop or resize to it. */
  @Test
  @DisplayName("O1 every picture has the size of the canvas")
  public final void o1_anyPicture_hasTheSizeOfTheCanvas() throws InterruptedException {
    for (OutpaintRequest request : requests()) {
      KeptRule.require("O1", OutpaintRules.all(request, answer(request)));
    }
  }

  /** If this fails, flatten the picture over an opaque ground. */
  @Test
  @DisplayName("O2 no picture has a transparent pixel")
  public final void o2_anyPicture_isOpaque() throws InterruptedException {
    for (OutpaintRequest request : requests()) {
      KeptRule.require("O2", OutpaintRules.all(request, answer(request)));
    }
  }

  /** If this fails, turn each picture that did not come into an {@link OutpaintRejection}. */
  @Test
  @DisplayName("O3 pictures and rejections together answer every index once")
  public final void o3_anyRequest_answersEveryIndex() throws InterruptedException {
    for (OutpaintRequest request : requests()) {
      KeptRule.require("O3", OutpaintRules.all(request, answer(request)));
    }
  }

  /** If this fails, look whether the request's seed reaches the generator. */
  @Test
  @DisplayName("O4 another seed gives another picture")
  public final void o4_otherSeed_givesAnotherPicture() throws InterruptedException {
    assumeTrue(honoursSeed(), "takes no seed");
    Outpainting one = answer(Compositions.outpaint(CANVAS).seed(1).build());
    Outpainting other = answer(Compositions.outpaint(CANVAS).seed(2).build());
    assumeTrue(!one.images().isEmpty() && !other.images().isEmpty(), "rejected");
    assertThat(pixels(one)).isNotEqualTo(pixels(other));
  }

  /** If this fails, keep the picture, or whatever it is rendered from, unchanged. */
  @Test
  @DisplayName(
      "O5 a picture opens to the same pixels every time, and equal digests to equal pixels")
  public final void o5_anyPicture_opensTheSameTwice() throws InterruptedException {
    for (OutpaintRequest request : requests()) {
      KeptRule.require("O5", OutpaintRules.all(request, answer(request)));
    }
  }

  /** If this fails, report the seed that was sent, not the one that was drawn from it. */
  @Test
  @DisplayName("O6 every picture names a seed a generator accepts")
  public final void o6_anyPicture_namesItsSeed() throws InterruptedException {
    for (OutpaintRequest request : requests()) {
      KeptRule.require("O6", OutpaintRules.all(request, answer(request)));
    }
  }

  /** If this fails, refuse with {@link UnsupportedInputException}, naming what would be served. */
  @Test
  @DisplayName("O7 each use of the background is served or refused as unsupported")
  public final void o7_anyBackgroundUse_isServedOrUnsupported() throws InterruptedException {
    for (BackgroundUse use : BackgroundUse.values()) {
      OutpaintRequest request = Compositions.outpaint(CANVAS).backgroundUse(use).build();
      try {
        Outpainting outpainting = answer(request);
        assertThat(outpainting.images().size() + outpainting.rejections().size())
            .as("%s", use)
            .isEqualTo(1);
      } catch (RuntimeException e) {
        assertThat(e).as("%s", use).isInstanceOf(UnsupportedInputException.class);
      }
    }
  }

  @Override
  final List<OutpaintRequest> largeRequests() {
    return List.of(Compositions.outpaint(LARGE).build());
  }

  @Override
  final OutpaintRequest withPictures(OutpaintRequest request, UnaryOperator<ImageSource> change) {
    OutpaintRequest.Builder changed =
        OutpaintRequest.builder(
                request.candidate(),
                request.scene(),
                request.caption(),
                change.apply(request.productLayer()),
                change.apply(request.reference()),
                request.mask())
            .backgroundUse(request.backgroundUse())
            .count(request.count())
            .seed(request.seed());
    request.background().ifPresent(background -> changed.background(change.apply(background)));
    return changed.build();
  }

  @Override
  final Outpainter create() throws Exception {
    return outpainter();
  }

  @Override
  final Outpainting call(Outpainter stage, OutpaintRequest request, StageContext context)
      throws InterruptedException {
    return stage.outpaint(request, context);
  }

  @Override
  final Object snapshot(OutpaintRequest request) {
    return List.of(
        request.fingerprint(),
        request.candidate(),
        Content.of(request.productLayer()),
        Content.of(request.reference()),
        request.background().map(image -> Content.of(image)).orElse("none"));
  }

  @Override
  final Object content(Outpainting result) {
    return Content.of(result);
  }

  @Override
  final List<String> secrets(OutpaintRequest request) {
    return List.of(request.caption().text());
  }

  private static OutpaintRequest with(ImageSource layer, ImageSource reference, Mask mask) {
    return OutpaintRequest.builder(
            Compositions.candidate(CANVAS),
            Fixtures.duckScene(),
            Fixtures.caption(),
            layer,
            reference,
            mask)
        .build();
  }

  private static RasterImage pixels(Outpainting outpainting) {
    return outpainting.images().get(0).image().raster();
  }
}
