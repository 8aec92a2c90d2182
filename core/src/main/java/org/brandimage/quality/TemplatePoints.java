package org.brandimage.quality;

import java.util.Arrays;
import java.util.List;

/** Points of a template relative to its middle, with their colours split into channels. */
final class TemplatePoints {
  /** Offset of a channel that another light may explain, in levels. */
  private static final double LIGHT_OFFSET = 12;

  /** The share of points that must be free; a copy behind the product is not searched for. */
  private static final double LEAST_FREE = 0.9;

  private final int[] dx;
  private final int[] dy;
  private final float[][] colours;
  private final double[] means = new double[3];
  private final double variance;
  private int left;
  private int right;
  private int top;
  private int bottom;

  /**
   * One point.
   *
   * @param dx columns from the middle
   * @param dy rows from the middle
   * @param argb its colour
   */
  record Point(int dx, int dy, int argb) {}

  /**
   * How alike a place of a field is, over all points and channels.
   *
   * @param residual mean squared difference once every channel's mean is made equal
   * @param offset sum of the squared differences of the channels' means, beyond what light explains
   * @param correlation normalised cross-correlation, -1 to 1
   * @param contrast the place's variance as a share of the points' own
   */
  record Likeness(double residual, double offset, double correlation, double contrast) {
    /** Of a place that cannot be compared. */
    static final Likeness NONE = new Likeness(Double.MAX_VALUE, 0, 0, 0);

    /** The residual and what of the offsets light does not explain. */
    double difference() {
      return residual + offset;
    }
  }

  private TemplatePoints(List<Point> points) {
    int n = points.size();
    dx = new int[n];
    dy = new int[n];
    colours = new float[3][n];
    for (int i = 0; i < n; i++) {
      Point point = points.get(i);
      dx[i] = point.dx();
      dy[i] = point.dy();
      left = Math.min(left, dx[i]);
      right = Math.max(right, dx[i]);
      top = Math.min(top, dy[i]);
      bottom = Math.max(bottom, dy[i]);
      for (int channel = 0; channel < 3; channel++) {
        colours[channel][i] = point.argb() >> (16 - 8 * channel) & 255;
        means[channel] += colours[channel][i] / n;
      }
    }
    double squares = 0;
    for (int channel = 0; channel < 3; channel++) {
      for (float value : colours[channel]) {
        squares += (value - means[channel]) * (value - means[channel]);
      }
    }
    variance = squares / (3 * n);
  }

  static TemplatePoints of(List<Point> points) {
    return new TemplatePoints(points);
  }

  int size() {
    return dx.length;
  }

  int left() {
    return left;
  }

  int right() {
    return right;
  }

  int top() {
    return top;
  }

  int bottom() {
    return bottom;
  }

  /** The mean over the channels of the colours' variance. */
  double variance() {
    return variance;
  }

  int index(int point, int x, int y, int width) {
    return (y + dy[point]) * width + x + dx[point];
  }

  boolean fits(SearchField field, int x, int y) {
    return x + left >= 0
        && y + top >= 0
        && x + right < field.width()
        && y + bottom < field.height();
  }

  boolean fits(SearchField field, int x, int y, int point) {
    int column = x + dx[point];
    int row = y + dy[point];
    return column >= 0 && row >= 0 && column < field.width() && row < field.height();
  }

  double squaredDifference(SearchField field, int point, int index) {
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      double difference = field.channel(channel)[index] - colours[channel][point];
      sum += difference * difference;
    }
    return sum / 3;
  }

  /**
   * Compares a place on the points that are free there, those no product stands on; a place with
   * too few is like nothing.
   */
  Likeness compare(SearchField field, int x, int y) {
    int[] free = free(field, x, y);
    double offset = 0;
    double fieldSquares = 0;
    double ownSquares = 0;
    double products = 0;
    int n = free.length;
    if (n < LEAST_FREE * dx.length) {
      return Likeness.NONE;
    }
    for (int channel = 0; channel < 3; channel++) {
      float[] values = field.channel(channel);
      float[] own = colours[channel];
      float sum = 0;
      float squares = 0;
      float cross = 0;
      float ownSum = 0;
      float ownSquare = 0;
      for (int i : free) {
        float value = values[index(i, x, y, field.width())];
        sum += value;
        squares += value * value;
        cross += value * own[i];
        ownSum += own[i];
        ownSquare += own[i] * own[i];
      }
      double mean = sum / (double) n;
      double ownMean = ownSum / (double) n;
      double unexplained = Math.max(0, Math.abs(mean - ownMean) - LIGHT_OFFSET);
      offset += unexplained * unexplained;
      fieldSquares += squares / n - mean * mean;
      ownSquares += ownSquare / n - ownMean * ownMean;
      products += cross / n - mean * ownMean;
    }
    double residual = (fieldSquares + ownSquares - 2 * products) / 3;
    double scale = Math.sqrt(Math.max(1, fieldSquares / 3 * ownSquares / 3));
    double contrast = fieldSquares / 3 / Math.max(1, variance);
    return new Likeness(residual, offset, products / 3 / scale, contrast);
  }

  private int[] free(SearchField field, int x, int y) {
    int[] free = new int[dx.length];
    int n = 0;
    for (int i = 0; i < dx.length; i++) {
      if (!field.product(index(i, x, y, field.width()))) {
        free[n++] = i;
      }
    }
    return Arrays.copyOf(free, n);
  }
}
