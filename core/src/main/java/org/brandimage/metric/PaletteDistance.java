package org.brandimage.metric;

import java.util.List;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.image.RasterImage;

/**
 * The distance of a picture's colours from a palette, by {@link Ciede2000}. Colours are first
 * sorted into 32x32x32 boxes of sRGB, each represented by its middle. This moves a colour by about
 * ΔE00 1 to 2, and reduces the cost to one pass plus one difference per box in use. Pure and
 * thread-safe.
 *
 * @param mean the mean over all pixels of the difference to the nearest palette colour, ΔE00; lower
 *     is nearer
 * @param coverage the share of pixels within the given difference of a palette colour, 0 to 1
 */
public record PaletteDistance(double mean, double coverage) {
  private static final int BOXES = 1 << 15;

  /**
   * Measures a picture.
   *
   * @param picture the picture; transparent parts count as over white
   * @param palette at least one colour
   * @param within the difference up to which a pixel counts as covered, ΔE00, at least 0
   * @return the distance
   * @throws IllegalArgumentException when the palette is empty or the difference is negative
   */
  public static PaletteDistance of(RasterImage picture, List<Rgb> palette, double within) {
    if (palette.isEmpty() || !(within >= 0)) {
      throw new IllegalArgumentException(
          "palette needs a colour and within must be at least 0: " + palette + ", " + within);
    }
    List<Lab> colours = palette.stream().map(Lab::of).toList();
    int[] counts = counts(picture.over(Ground.WHITE));
    double sum = 0;
    long covered = 0;
    for (int box = 0; box < BOXES; box++) {
      if (counts[box] > 0) {
        double nearest = nearest(Lab.of(middle(box)), colours);
        sum += nearest * counts[box];
        covered += nearest <= within ? counts[box] : 0;
      }
    }
    double n = picture.size().pixels();
    return new PaletteDistance(sum / n, covered / n);
  }

  private static double nearest(Lab colour, List<Lab> palette) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Lab candidate : palette) {
      nearest = Math.min(nearest, Ciede2000.difference(colour, candidate));
    }
    return nearest;
  }

  private static int[] counts(RasterImage picture) {
    int[] counts = new int[BOXES];
    int[] row = new int[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      picture.copyRow(y, row);
      for (int argb : row) {
        counts[(argb >> 9 & 0x7c00) | (argb >> 6 & 0x3e0) | (argb >> 3 & 0x1f)]++;
      }
    }
    return counts;
  }

  /** The middle of a box; its five bits are spread so that black and white stay what they are. */
  private static int middle(int box) {
    return (spread(box >> 10) << 16) | (spread(box >> 5 & 31) << 8) | spread(box & 31);
  }

  private static int spread(int fiveBits) {
    return (fiveBits << 3) | (fiveBits >> 2);
  }
}
