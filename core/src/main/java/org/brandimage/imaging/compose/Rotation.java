package org.brandimage.imaging.compose;

import java.util.Arrays;
import org.brandimage.imaging.raster.RowSpans;
import org.brandimage.imaging.raster.VisiblePart;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Degrees;
import org.brandimage.spi.image.Size;

/**
 * One rotation of one upright product about its centre, on premultiplied sRGB levels: each target
 * pixel is interpolated between the four source pixels around its place, which {@link
 * RotationSource} has sharpened by what that takes away. Averaging many pixels into one is a matter
 * of light and done before, by {@link org.brandimage.imaging.raster.Resampler}. Right angles move
 * pixels and change none. Not thread-safe; made for one use.
 *
 * <p>Only what lies between the product's sides is looked at; {@link BilinearBatch} weighs in
 * integers, so that the results are the same on every machine.
 */
final class Rotation {
  private static final double SLACK = 1e-6;

  private final RotationSource source;
  private final double cos;
  private final double sin;
  private final Size target;
  private final double centreColumn;
  private final double centreRow;

  Rotation(RotationSource source, double rotation) {
    this.source = source;
    this.cos = Degrees.cos(rotation);
    this.sin = Degrees.sin(rotation);
    Size upright = source.size();
    this.target = upright.rotated(rotation);
    this.centreColumn = upright.width() / 2.0 - 0.5 - source.area().x();
    this.centreRow = upright.height() / 2.0 - 0.5 - source.area().y();
  }

  Sprite sprite() {
    int corners = source.bounds().corners();
    if (corners == 0) {
      return Sprite.of(VisiblePart.none(target));
    }
    double[] columns = new double[corners];
    double[] rows = new double[corners];
    for (int i = 0; i < corners; i++) {
      double u = source.bounds().column(i) - centreColumn;
      double v = source.bounds().row(i) - centreRow;
      columns[i] = u * cos + v * sin + target.width() / 2.0 - 0.5;
      rows[i] = v * cos - u * sin + target.height() / 2.0 - 0.5;
    }
    Box area = around(columns, rows);
    return cos == 0 || sin == 0 ? moved(area) : turned(area, columns, rows);
  }

  private Box around(double[] columns, double[] rows) {
    int left = (int) Math.max(0, Math.ceil(least(columns) - SLACK));
    int top = (int) Math.max(0, Math.ceil(least(rows) - SLACK));
    int right = (int) Math.min(target.width() - 1.0, Math.floor(most(columns) + SLACK));
    int bottom = (int) Math.min(target.height() - 1.0, Math.floor(most(rows) + SLACK));
    return new Box(left, top, right - left + 1, bottom - top + 1);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  /** Right angles: places are whole pixels. */
  private Sprite moved(Box area) {
    Box held = source.area();
    int[] argb = source.argb();
    int[] pixels = new int[Math.toIntExact(area.size().pixels())];
    for (int y = 0; y < area.height(); y++) {
      double dy = area.y() + y + 0.5 - target.height() / 2.0;
      for (int x = 0; x < area.width(); x++) {
        double dx = area.x() + x + 0.5 - target.width() / 2.0;
        int column = (int) Math.rint(centreColumn + dx * cos - dy * sin);
        int line = (int) Math.rint(centreRow + dx * sin + dy * cos);
        if (column >= 0 && line >= 0 && column < held.width() && line < held.height()) {
          pixels[y * area.width() + x] = argb[line * held.width() + column];
        }
      }
    }
    return Sprite.of(VisiblePart.whole(target, area, pixels));
  }

  /** Interpolates row by row between the sides of the turned polygon. */
  private Sprite turned(Box area, double[] columns, double[] rows) {
    RowSpans spans = inside(area, columns, rows);
    int[] pixels = new int[spans.pack()];
    BilinearBatch batch = new BilinearBatch(source.levels(), source.stride(), cos, sin, pixels);
    for (int y = 0; y < area.height(); y++) {
      turn(area.x() + spans.from()[y], area.y() + y, spans.to()[y] - spans.from()[y], batch);
    }
    batch.interpolate();
    return Sprite.of(new VisiblePart(target, area, pixels, spans));
  }

  private void turn(int x, int y, int count, BilinearBatch batch) {
    double dx = x + 0.5 - target.width() / 2.0;
    double dy = y + 0.5 - target.height() / 2.0;
    double column = centreColumn + dx * cos - dy * sin + RotationSource.BORDER;
    double row = centreRow + dx * sin + dy * cos + RotationSource.BORDER;
    batch.add(column, row, count);
  }

  /** Returns the columns of each row between the outermost sides of a polygon that cross it. */
  private static RowSpans inside(Box area, double[] columns, double[] rows) {
    double[] left = new double[area.height()];
    double[] right = new double[area.height()];
    Arrays.fill(left, Double.MAX_VALUE);
    Arrays.fill(right, -Double.MAX_VALUE);
    for (int i = 0; i < columns.length; i++) {
      int next = (i + 1) % columns.length;
      int first = (int) Math.ceil(Math.min(rows[i], rows[next]) - SLACK) - area.y();
      int last = (int) Math.floor(Math.max(rows[i], rows[next]) + SLACK) - area.y();
      for (int y = Math.max(0, first); y <= Math.min(area.height() - 1, last); y++) {
        reach(y, y + area.y(), columns[i], rows[i], columns[next], rows[next], left, right);
      }
    }
    RowSpans spans = RowSpans.empty(area.height());
    for (int y = 0; y < area.height(); y++) {
      span(y, area, left[y] - SLACK, right[y] + SLACK, spans);
    }
    return spans;
  }

  /** Widens a row to where a side of the polygon crosses it. */
  private static void reach(
      int y,
      double row,
      double fromColumn,
      double fromRow,
      double toColumn,
      double toRow,
      double[] left,
      double[] right) {
    if (fromRow == toRow) {
      left[y] = Math.min(left[y], Math.min(fromColumn, toColumn));
      right[y] = Math.max(right[y], Math.max(fromColumn, toColumn));
      return;
    }
    double within = Math.max(Math.min(fromRow, toRow), Math.min(Math.max(fromRow, toRow), row));
    double slope = (toColumn - fromColumn) / (toRow - fromRow);
    double column = fromColumn + (within - fromRow) * slope;
    left[y] = Math.min(left[y], column);
    right[y] = Math.max(right[y], column);
  }

  private static void span(int y, Box area, double left, double right, RowSpans spans) {
    int from = (int) Math.max(0, Math.ceil(left) - area.x());
    int last = (int) Math.min(area.width() - 1.0, Math.floor(right) - area.x());
    if (from <= last) {
      spans.from()[y] = from;
      spans.to()[y] = last + 1;
    }
  }
}
