package org.brandimage.scene;

import java.util.Arrays;

/** One number for each pixel of a small picture, by rows. Filters repeat the edge's pixels. */
final class FloatPlane {
  final int width;
  final int height;
  final float[] values;

  FloatPlane(int width, int height) {
    this(width, height, new float[width * height]);
  }

  FloatPlane(int width, int height, float[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  /** Returns this plane under a Gaussian of the given deviation. */
  FloatPlane blurred(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      sum += kernel[i + radius];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= (float) sum;
    }
    return filtered(kernel);
  }

  /** Returns the means of squares of an odd number of pixels on a side. */
  FloatPlane mean(int side) {
    float[] kernel = new float[side];
    Arrays.fill(kernel, 1f / side);
    return filtered(kernel);
  }

  private FloatPlane filtered(float[] kernel) {
    float[] across = new float[values.length];
    float[] result = new float[values.length];
    for (int y = 0; y < height; y++) {
      filterLine(values, across, y * width, 1, width, kernel);
    }
    for (int x = 0; x < width; x++) {
      filterLine(across, result, x, width, height, kernel);
    }
    return new FloatPlane(width, height, result);
  }

  private static void filterLine(
      float[] from, float[] to, int start, int step, int count, float[] kernel) {
    int radius = kernel.length / 2;
    for (int i = 0; i < count; i++) {
      float sum = 0;
      if (i >= radius && i + radius < count) {
        int at = start + (i - radius) * step;
        for (float weight : kernel) {
          sum += weight * from[at];
          at += step;
        }
      } else {
        for (int k = 0; k < kernel.length; k++) {
          int near = Math.max(0, Math.min(count - 1, i + k - radius));
          sum += kernel[k] * from[start + near * step];
        }
      }
      to[start + i * step] = sum;
    }
  }

  /** Returns the value below which a share of the values of the lowest rows lies. */
  float quantileBelow(int firstRow, double share) {
    float[] part = Arrays.copyOfRange(values, firstRow * width, values.length);
    Arrays.sort(part);
    return part[(int) Math.round(share * (part.length - 1))];
  }
}
