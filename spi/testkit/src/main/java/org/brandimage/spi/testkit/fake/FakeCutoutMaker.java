package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;

/** A cut-out maker that takes the alpha channel a photo comes with. Thread-safe. */
public final class FakeCutoutMaker implements CutoutMaker {
  /** Creates a cut-out maker. */
  public FakeCutoutMaker() {}

  @Override
  public Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException {
    ImageSource source = request.photo();
    context.checkActive();
    RasterImage photo = source.raster();
    if (photo.opaque() || Visible.mask(photo).keptPixels() == 0) {
      throw new UnsupportedInputException(
          "photo " + request.name() + " has no alpha channel around a product - add one");
    }
    return new Cutout(ImageSource.of(Visible.cropped(photo)), 1, "given alpha");
  }
}
