package org.brandimage.benchmarks.compose;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Selection;

/** The inputs of the composition benchmarks, drawn in code. */
final class ComposeWorkload {
  private ComposeWorkload() {}

  /** Returns an ellipse with a soft edge and a smooth, lopsided shading. */
  static RasterImage vase(int width, int height) {
    int[] argb = new int[width * height];
    Arrays.setAll(
        argb,
        i -> {
          double x = (i % width + 0.5) / width * 2 - 1;
          int row = i / width;
          double y = (row + 0.5) / height * 2 - 1;
          double cover = Math.max(0, Math.min(1, (1 - Math.hypot(x, y)) * 200));
          int red = (int) (150 + 90 * x);
          int green = (int) (90 + 60 * y);
          return (int) Math.round(cover * 255) << 24 | red << 16 | green << 8 | 40;
        });
    return RasterImage.adopt(new Size(width, height), argb);
  }

  /** Returns an opaque gradient. */
  static RasterImage scene(int width, int height) {
    int[] argb = new int[width * height];
    Arrays.setAll(argb, i -> 0xFF000000 | 60 << 16 | (120 + i % width * 100 / width) << 8 | 190);
    return RasterImage.adopt(new Size(width, height), argb);
  }

  static ProductCutouts product(RasterImage cutout) {
    ImageSource photo = ImageSource.of(cutout);
    Asset asset = Asset.builder("vase", EntityKind.PRODUCT, List.of(photo)).build();
    Entity entity = new Entity(EntityKind.PRODUCT, "vase", "a vase");
    return new ProductCutouts(new Selection(entity, asset), List.of(new Cutout(photo, 1, "drawn")));
  }

  /** Returns the mean difference of the colour channels in a region, in levels. */
  static double meanDifference(RasterImage ours, BufferedImage theirs, Box region) {
    long sum = 0;
    for (int y = region.y(); y < region.bottom(); y++) {
      for (int x = region.x(); x < region.right(); x++) {
        int a = ours.argb(x, y);
        int b = theirs.getRGB(x, y);
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
        }
      }
    }
    return sum / (3.0 * region.size().pixels());
  }
}
