package org.brandimage.metric;

import java.util.function.ToDoubleBiFunction;
import org.brandimage.spi.image.RasterImage;

/** One colour channel of gamma-encoded sRGB. */
enum Channel {
  RED(16),
  GREEN(8),
  BLUE(0);

  private final int shift;

  Channel(int shift) {
    this.shift = shift;
  }

  /** The mean over the channels of a measure of two pictures of one size. */
  static double mean(
      RasterImage first, RasterImage second, ToDoubleBiFunction<Plane, Plane> measure) {
    RasterImage one = first.over(Ground.WHITE);
    RasterImage other = second.over(Ground.WHITE);
    double sum = 0;
    for (Channel channel : values()) {
      sum += measure.applyAsDouble(channel.plane(one), channel.plane(other));
    }
    return sum / values().length;
  }

  /** The channel as a plane, values from 0 to 255. */
  Plane plane(RasterImage picture) {
    int width = picture.width();
    int[] row = new int[width];
    float[] values = new float[Math.toIntExact(picture.size().pixels())];
    for (int y = 0; y < picture.height(); y++) {
      picture.copyRow(y, row);
      for (int x = 0; x < width; x++) {
        values[y * width + x] = row[x] >> shift & 255;
      }
    }
    return Plane.adopt(picture.size(), values);
  }
}
