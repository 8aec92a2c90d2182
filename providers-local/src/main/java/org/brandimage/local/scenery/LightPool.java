package org.brandimage.local.scenery;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * Light on the ground around a product that is brighter than its scene, as if the lamp that lights
 * the product lit the ground too. Without it a bright product looks pasted into a night. Stateless.
 */
final class LightPool {
  private static final int SAMPLING = 4;
  private static final double MOST = 2.2;

  private LightPool() {}

  /**
   * Brightens the ground around one product.
   *
   * @param argb the canvas by rows, without products; changed in place
   * @param canvas the canvas' size
   * @param layer the products
   * @param product the product's place
   */
  static void lay(int[] argb, Size canvas, RasterImage layer, Box product) {
    double gain = gain(argb, canvas, layer, product);
    if (gain < 0.05) {
      return;
    }
    double centreX = product.x() + product.width() / 2.0;
    double centreY = product.bottom() - 0.06 * product.height();
    double reachX = 0.85 * product.width() + 0.10 * canvas.width();
    double reachY = 0.22 * product.height() + 0.08 * canvas.height();
    int top = (int) Math.max(0, centreY - 2.6 * reachY);
    for (int y = top; y < canvas.height(); y++) {
      double down = Math.exp(-Math.pow((y - centreY) / reachY, 2));
      for (int x = 0; x < canvas.width(); x++) {
        double pool = gain * down * Math.exp(-Math.pow((x - centreX) / reachX, 2));
        if (pool > 0.004) {
          int i = y * canvas.width() + x;
          argb[i] = lit(argb[i], (float) (1 + pool), x, y);
        }
      }
    }
  }

  /** Rises with the stops by which the product is brighter than the ground; 0 up to two stops. */
  private static double gain(int[] argb, Size canvas, RasterImage layer, Box product) {
    double bright = 1e-4;
    double covered = 1e-4;
    double ground = 1e-4;
    double seen = 1e-4;
    Box box = product.intersect(canvas.bounds()).orElseThrow();
    for (int y = box.y(); y < box.bottom(); y += SAMPLING) {
      for (int x = box.x(); x < box.right(); x += SAMPLING) {
        int pixel = layer.argb(x, y);
        if (pixel >>> 24 == 255) {
          bright += SrgbTransfer.luminance(pixel);
          covered++;
        }
        if (y > box.y() + 2 * box.height() / 3) {
          ground += SrgbTransfer.luminance(argb[y * canvas.width() + x]);
          seen++;
        }
      }
    }
    double stops = Math.log((bright / covered) / (ground / seen + 0.004)) / Math.log(2);
    return Math.max(0, Math.min(MOST, 0.8 * (stops - 1.5)));
  }

  private static int lit(int ground, float gain, int x, int y) {
    int pixel = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      float light = SrgbTransfer.toLinear(ground >> shift & 255) * gain;
      pixel = pixel << 8 | SrgbTransfer.dither(SrgbTransfer.toLevel(light), x, y);
    }
    return pixel;
  }
}
