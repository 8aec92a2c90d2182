package org.brandimage.imaging.cutout;

import java.util.function.UnaryOperator;
import org.brandimage.imaging.raster.CroppedSource;
import org.brandimage.imaging.raster.RenderedSource;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.result.Fingerprint;

/**
 * A cut-out maker for pictures that already are cut-outs: it trusts their alpha channel and crops
 * to the visible pixels ({@link Cutout#visibleBounds}), with confidence 1. The faint haze that
 * matting tools leave far from the product is removed. Where the photo still has colours under its
 * transparent pixels, the light of its background is removed from the translucent pixels beside
 * them, because it would show as a rim. Opaque pixels, and the alpha of visible ones, never change.
 * The result holds no pixels and opens the photo again when it is opened. Opaque and fully
 * transparent pictures are rejected. Stateless, deterministic and thread-safe. Cost: decoding the
 * photo once.
 */
public final class AlphaCutoutMaker implements CutoutMaker {
  private AlphaCutoutMaker() {}

  /** {@return a cut-out maker} */
  public static AlphaCutoutMaker create() {
    return new AlphaCutoutMaker();
  }

  @Override
  public Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException {
    String name = request.name();
    context.checkActive();
    RasterImage photo = request.photo().raster();
    if (photo.opaque()) {
      throw new UnsupportedInputException(
          "photo "
              + name
              + " has no transparent pixel - give a PNG or WebP with an alpha channel, or use a"
              + " cut-out maker for opaque photos");
    }
    context.checkActive();
    Box visible =
        Cutout.visibleBounds(photo)
            .orElseThrow(
                () ->
                    new UnsupportedInputException(
                        "photo "
                            + name
                            + " is wholly transparent - give one that shows the product"));
    context.checkActive();
    ImageSource cutout = new CroppedSource(request.photo(), visible);
    String method = "alpha-channel-2";
    if (BackgroundBleed.isIn(photo)) {
      cutout = derived(cutout, "without-ground-2", BackgroundBleed::removedFrom);
      method += "-without-ground";
    }
    if (Haze.isIn(photo)) {
      cutout = derived(cutout, "without-haze-1", Haze::removedFrom);
      method += "-without-haze";
    }
    return new Cutout(cutout, 1, method);
  }

  private static ImageSource derived(
      ImageSource source, String change, UnaryOperator<RasterImage> by) {
    String digest = Fingerprint.of(change).add(source.digest()).toHex();
    return new RenderedSource(source.size(), digest, () -> by.apply(source.raster()));
  }

  @Override
  public String toString() {
    return "AlphaCutoutMaker";
  }
}
