package org.brandimage.spi.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * An outpainter that paints what may be generated in one colour, chosen by the seed, and keeps the
 * product exactly. With {@link BackgroundUse#KEEP} it returns the reference. Thread-safe.
 */
public final class FakeOutpainter implements Outpainter {
  private static final long SEEDS = 2_147_483_647L;

  /** Creates an outpainter. */
  public FakeOutpainter() {}

  @Override
  public Outpainting outpaint(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    int count = request.count();
    context.checkActive();
    RasterImage reference = request.reference().raster();
    List<OutpaintedImage> images = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      context.checkActive();
      long seed = (request.seed() + index) % SEEDS;
      RasterImage picture =
          request.backgroundUse() == BackgroundUse.KEEP
              ? flattened(reference)
              : painted(request, reference, seed);
      images.add(new OutpaintedImage(index, ImageSource.of(picture), seed));
    }
    return new Outpainting(images, List.of());
  }

  private static RasterImage painted(OutpaintRequest request, RasterImage reference, long seed) {
    int colour = new Random(seed).nextInt() | 0xFF000000;
    int[] pixels = reference.toArgb();
    int width = reference.width();
    for (int i = 0; i < pixels.length; i++) {
      boolean kept = request.mask().keeps(i % width, i / width);
      pixels[i] = kept ? pixels[i] | 0xFF000000 : colour;
    }
    return RasterImage.adopt(reference.size(), pixels);
  }

  private static RasterImage flattened(RasterImage image) {
    int[] pixels = image.toArgb();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] |= 0xFF000000;
    }
    return RasterImage.adopt(image.size(), pixels);
  }
}
