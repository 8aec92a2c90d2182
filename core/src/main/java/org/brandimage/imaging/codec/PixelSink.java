package org.brandimage.imaging.codec;

import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The pixels of a picture being decoded, put in as stored and kept upright. Turning while writing
 * saves the second full-size array that turning afterwards would need. Not thread-safe.
 */
final class PixelSink {
  private final Size stored;
  private final Size upright;
  private final int origin;
  private final int columnStep;
  private final int rowStep;
  private final int[] argb;

  PixelSink(Size stored, Orientation orientation) {
    this.stored = stored;
    this.upright = orientation.upright(stored);
    this.origin = orientation.origin(stored);
    this.columnStep = orientation.columnStep(stored);
    this.rowStep = orientation.rowStep(stored);
    this.argb = new int[Math.toIntExact(stored.pixels())];
  }

  Size stored() {
    return stored;
  }

  /** Puts one stored row; the row array may be longer than the picture is wide. */
  void putRow(int y, int[] row) {
    int index = origin + y * rowStep;
    if (columnStep == 1) {
      System.arraycopy(row, 0, argb, index, stored.width());
      return;
    }
    for (int x = 0; x < stored.width(); x++) {
      argb[index] = row[x];
      index += columnStep;
    }
  }

  /** Puts one stored pixel. */
  void put(int x, int y, int pixel) {
    argb[origin + y * rowStep + x * columnStep] = pixel;
  }

  /** Ends the work; nothing may be put afterwards. */
  RasterImage finish() {
    return RasterImage.adopt(upright, argb);
  }
}
