package org.brandimage.scene;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneTone;
import org.brandimage.spi.scene.ShareGrid;

/**
 * The measuring of the brightness and the warmth of the light in each cell of a grid over a photo.
 */
final class ToneReading {
  private static final int WHITE = 0xFFFFFFFF;

  /** Added to red and blue, so that the colour of black is neutral. */
  private static final double DARK = 1e-3;

  private final Size grid;
  private final double[] red;
  private final double[] green;
  private final double[] blue;
  private final int[] counts;

  private ToneReading(Size grid) {
    int cells = Math.toIntExact(grid.pixels());
    this.grid = grid;
    this.red = new double[cells];
    this.green = new double[cells];
    this.blue = new double[cells];
    this.counts = new int[cells];
  }

  static ToneReading of(RasterImage photo, Size grid) {
    ToneReading tone = new ToneReading(grid);
    int[] argb = photo.over(WHITE).toArgb();
    for (int y = 0; y < photo.height(); y++) {
      int row = (int) ((long) y * grid.height() / photo.height()) * grid.width();
      for (int x = 0; x < photo.width(); x++) {
        int cell = row + (int) ((long) x * grid.width() / photo.width());
        tone.add(cell, argb[y * photo.width() + x]);
      }
    }
    return tone;
  }

  SceneTone tone() {
    float[] brightness = new float[counts.length];
    float[] warmth = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      int n = Math.max(1, counts[i]);
      double luminance = 0.2126 * red[i] + 0.7152 * green[i] + 0.0722 * blue[i];
      brightness[i] = (float) Math.min(1, luminance / n);
      warmth[i] = (float) ((red[i] / n + DARK) / ((red[i] + blue[i]) / n + 2 * DARK));
    }
    return new SceneTone(ShareGrid.of(grid, brightness), ShareGrid.of(grid, warmth));
  }

  private void add(int cell, int pixel) {
    red[cell] += SrgbTransfer.toLinear(pixel >> 16 & 255);
    green[cell] += SrgbTransfer.toLinear(pixel >> 8 & 255);
    blue[cell] += SrgbTransfer.toLinear(pixel & 255);
    counts[cell]++;
  }
}
