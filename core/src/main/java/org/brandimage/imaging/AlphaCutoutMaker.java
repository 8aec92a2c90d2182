package org.brandimage.imaging;

import java.util.Optional;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.result.Fingerprint;

/**
 * A cut-out maker for pictures that already are cut-outs: it takes their alpha channel at its word
 * and crops to the visible pixels (alpha above 0), with confidence 1. Where a photo still lies
 * under the transparent pixels, its ground's light is taken out of the translucent ones beside
 * them, which would show it as a rim; opaque pixels and alpha never change. The result holds no
 * pixels and opens the photo again when it is opened. Refuses opaque and wholly transparent
 * pictures. Stateless, deterministic and thread-safe. Cost: decoding the photo once.
 */
public final class AlphaCutoutMaker implements CutoutMaker {
  private AlphaCutoutMaker() {}

  /**
   * Returns a cut-out maker.
   *
   * @return a cut-out maker
   */
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
    Optional<Box> visible =
        Mask.of(photo.size(), (x, y) -> photo.argb(x, y) >>> 24 != 0).keptBounds();
    if (visible.isEmpty()) {
      throw new UnsupportedInputException(
          "photo " + name + " is wholly transparent - give one that shows the product");
    }
    CroppedSource cropped = new CroppedSource(request.photo(), visible.get());
    context.checkActive();
    return HiddenGround.liesUnder(photo)
        ? new Cutout(withoutGround(cropped), 1, "alpha-channel-1-without-ground")
        : new Cutout(cropped, 1, "alpha-channel-1");
  }

  /** The old ground's light in translucent pixels would be a halo on a new ground. */
  private static ImageSource withoutGround(CroppedSource cropped) {
    String digest = Fingerprint.of("without-ground-2").add(cropped.digest()).toHex();
    return new RenderedSource(
        cropped.size(), digest, () -> HiddenGround.removedFrom(cropped.raster()));
  }

  @Override
  public String toString() {
    return "AlphaCutoutMaker";
  }
}
