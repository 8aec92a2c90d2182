package org.brandimage.local.scenery;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A dark polished surface in front of a distant background, so that a product has something to
 * stand on: it takes its tone from the background and mirrors it, blurred, more strongly at the far
 * edge where one looks along the surface (Fresnel). Immutable and thread-safe.
 */
final class Tabletop {
  private static final int CELLS = 48;
  private static final double BODY = 0.10;

  private final float[] light;
  private final int columns;
  private final int rows;
  private final double[] tone;

  private Tabletop(float[] light, int columns, int rows, double[] tone) {
    this.light = light;
    this.columns = columns;
    this.rows = rows;
    this.tone = tone;
  }

  /** Prepares the surface that belongs to a background. Costs one pass over its pixels. */
  static Tabletop before(RasterImage background) {
    int columns = Math.min(CELLS, background.width());
    int rows = Math.min(CELLS, background.height());
    float[] light = new float[3 * columns * rows];
    int[] counts = new int[columns * rows];
    int[] row = new int[background.width()];
    double[] tone = new double[3];
    for (int y = 0; y < background.height(); y++) {
      background.copyRow(y, row);
      int cellRow = (int) ((long) y * rows / background.height()) * columns;
      for (int x = 0; x < row.length; x++) {
        int cell = cellRow + (int) ((long) x * columns / row.length);
        counts[cell]++;
        for (int channel = 0; channel < 3; channel++) {
          light[3 * cell + channel] += SrgbTransfer.toLinear(row[x] >> (16 - 8 * channel) & 255);
        }
      }
    }
    for (int i = 0; i < light.length; i++) {
      light[i] /= counts[i / 3];
      tone[i % 3] += light[i] / (columns * rows);
    }
    return new Tabletop(
        softened(softened(light, columns, rows), columns, rows), columns, rows, tone);
  }

  /** One pass of the binomial filter 1 2 1 each way; the border's cells go on for ever. */
  private static float[] softened(float[] light, int columns, int rows) {
    float[] soft = new float[light.length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            int cx = Math.max(0, Math.min(columns - 1, x + dx));
            int cy = Math.max(0, Math.min(rows - 1, y + dy));
            float weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy)) / 16f;
            for (int channel = 0; channel < 3; channel++) {
              soft[3 * (y * columns + x) + channel] +=
                  weight * light[3 * (cy * columns + cx) + channel];
            }
          }
        }
      }
    }
    return soft;
  }

  /**
   * Lays the surface on a canvas from its far edge down.
   *
   * @param argb the canvas by rows, opaque; changed in place
   * @param canvas the canvas' size
   * @param edge the row of the far edge
   * @param side where the light comes from, from -1 to 1
   */
  void lay(int[] argb, Size canvas, int edge, double side) {
    double feather = Math.max(1, 0.003 * canvas.height());
    int first = (int) Math.max(0, edge - Math.ceil(feather));
    for (int y = first; y < canvas.height(); y++) {
      double depth = Math.max(0, (y - edge) / (double) Math.max(1, canvas.height() - edge));
      double cover = Math.max(0, Math.min(1, (y - edge + feather) / (2 * feather)));
      double mirror = (edge - (y - edge) * 0.85) / canvas.height() * rows - 0.5;
      double grazing = 0.05 + 0.50 * Math.pow(1 - depth, 1.8);
      double rim = 0.10 * Math.exp(-Math.pow((y - edge) / (2.2 * feather), 2));
      for (int x = 0; x < canvas.width(); x++) {
        double u = (x + 0.5) / canvas.width();
        double pool = 0.65 + 0.75 * Math.exp(-Math.pow((u - 0.5 - 0.12 * side) / 0.42, 2));
        double corner = 1 - 0.45 * Math.pow(Math.abs(2 * u - 1), 2.5) * depth;
        int i = y * canvas.width() + x;
        argb[i] =
            surface(argb[i], u * columns - 0.5, mirror, grazing + rim, pool * corner, cover, x, y);
      }
    }
  }

  private int surface(
      int behind,
      double column,
      double row,
      double grazing,
      double lit,
      double cover,
      int x,
      int y) {
    int pixel = 0xFF;
    for (int channel = 0; channel < 3; channel++) {
      int shift = 16 - 8 * channel;
      double body = (BODY * tone[channel] + 0.004) * lit;
      double top = body + grazing * mirrored(column, row, channel);
      double back = SrgbTransfer.toLinear(behind >> shift & 255);
      float level = SrgbTransfer.toLevel((float) (back + (top - back) * cover));
      pixel = pixel << 8 | SrgbTransfer.dither(level, x, y);
    }
    return pixel;
  }

  /** The softened cell averages, which is the blur of a surface that is not glass. */
  private double mirrored(double column, double row, int channel) {
    double c = Math.max(0, Math.min(columns - 1.001, column));
    double r = Math.max(0, Math.min(rows - 1.001, row));
    int left = (int) c;
    int top = (int) r;
    double fx = c - left;
    double fy = r - top;
    int right = Math.min(left + 1, columns - 1);
    int below = Math.min(top + 1, rows - 1);
    double upper = at(left, top, channel) * (1 - fx) + at(right, top, channel) * fx;
    double lower = at(left, below, channel) * (1 - fx) + at(right, below, channel) * fx;
    return upper + (lower - upper) * fy;
  }

  private float at(int column, int row, int channel) {
    return light[3 * (row * columns + column) + channel];
  }
}
