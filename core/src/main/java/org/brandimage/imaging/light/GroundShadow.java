package org.brandimage.imaging.light;

import java.util.Objects;
import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * The shadow of one product on the ground: for each pixel of a region, the share of light that is
 * missing. It is kept at a fraction of the canvas' resolution, since shadows are soft, and is
 * interpolated when read. Immutable and thread-safe.
 */
public final class GroundShadow {
  private static final float FAINTEST = 1 / 400f;

  private final Box region;
  private final FloatImage plane;
  private final int step;
  private final double warmth;

  GroundShadow(Box region, FloatImage plane, int step, double warmth) {
    this.region = region;
    this.plane = plane;
    this.step = step;
    this.warmth = warmth;
  }

  /** {@return the region that the shadow can reach; it may lie partly outside the canvas} */
  public Box region() {
    return region;
  }

  /**
   * {@return the share of light that is missing at a pixel of the canvas, from 0 (lit) to 1
   * (black); 0 outside the region}
   *
   * @param x the column on the canvas
   * @param y the row on the canvas
   */
  public float strength(int x, int y) {
    float column = (x - region.x() + 0.5f) / step - 0.5f;
    float row = (y - region.y() + 0.5f) / step - 0.5f;
    int left = (int) Math.floor(column);
    int top = (int) Math.floor(row);
    float fx = column - left;
    float fy = row - top;
    float upper = at(left, top) * (1 - fx) + at(left + 1, top) * fx;
    float lower = at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  }

  private float at(int x, int y) {
    return x < 0 || y < 0 || x >= plane.width() || y >= plane.height() ? 0 : plane.get(x, y);
  }

  /**
   * Takes the shadow's light away from a canvas: each channel is multiplied in linear light, so the
   * ground keeps its colour and texture. Under warm light the remaining light is a little cooler,
   * and under cool light a little warmer, because only the light of the sky or the room reaches a
   * shadow. Pixels without shadow keep their exact value. Cost grows with the region only.
   *
   * @param argb the canvas by rows, opaque; changed in place
   * @param canvas the canvas' size
   */
  public void darken(int[] argb, Size canvas) {
    Objects.checkIndex((int) canvas.pixels() - 1, argb.length);
    Box visible = region.intersect(canvas.bounds()).orElse(null);
    if (visible == null) {
      return;
    }
    float[] line = new float[plane.width() + 2];
    for (int y = visible.y(); y < visible.bottom(); y++) {
      if (readLine(y, line)) {
        darkenRow(argb, y * canvas.width(), visible, y, line);
      }
    }
  }

  /**
   * Interpolates between two rows of the plane, with a blank column at both ends.
   *
   * @return whether there is any shadow in the row
   */
  private boolean readLine(int y, float[] line) {
    float row = (y - region.y() + 0.5f) / step - 0.5f;
    int top = (int) Math.floor(row);
    float fraction = row - top;
    float most = 0;
    for (int x = 0; x < plane.width(); x++) {
      float mixed = at(x, top) * (1 - fraction) + at(x, top + 1) * fraction;
      line[x + 1] = mixed;
      most = Math.max(most, mixed);
    }
    return most > FAINTEST;
  }

  private void darkenRow(int[] argb, int row, Box visible, int y, float[] line) {
    float red = (float) (1 + 0.06 * warmth);
    float blue = (float) (1 - 0.10 * warmth);
    for (int x = visible.x(); x < visible.right(); x++) {
      // Half a step is added so that the number is positive, where a cast rounds down.
      float column = (x - region.x() + 0.5f) / step + 0.5f;
      int left = (int) column;
      float fraction = column - left;
      float shade = line[left] * (1 - fraction) + line[left + 1] * fraction;
      if (shade > FAINTEST) {
        int pixel = argb[row + x];
        float threshold = SrgbTransfer.threshold(x, y);
        int r = dimmed(pixel >> 16 & 255, shade * red, threshold);
        int g = dimmed(pixel >> 8 & 255, shade, threshold);
        int b = dimmed(pixel & 255, shade * blue, threshold);
        argb[row + x] = (pixel & 0xFF000000) | r << 16 | g << 8 | b;
      }
    }
  }

  private static int dimmed(int level, float shade, float threshold) {
    float lit = SrgbTransfer.toLinear(level) * Math.max(0, 1 - shade);
    return (int) (SrgbTransfer.toLevel(lit) + threshold);
  }
}
