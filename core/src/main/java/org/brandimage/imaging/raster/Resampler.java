package org.brandimage.imaging.raster;

import java.util.Arrays;
import java.util.Optional;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A resizer of pictures. Pixels are averaged as linear light with premultiplied alpha, so that fine
 * patterns keep their brightness and transparent pixels add no colour to an edge. Shrinking is
 * antialiased: from 4/7 of the size down every target pixel is the exact area average of what it
 * covers; otherwise a Catmull-Rom cubic is used, stretched when it shrinks.
 *
 * <p>Two separable passes; one pass over the source, and in addition to the result a few rows of
 * four floats per target column. Stateless and thread-safe; results do not depend on the machine.
 */
public final class Resampler {
  private final RasterImage image;
  private final AxisWeights across;
  private final AxisWeights down;
  private final Box area;

  private Resampler(RasterImage image, AxisWeights across, AxisWeights down, Box area) {
    this.image = image;
    this.across = across;
    this.down = down;
    this.area = area;
  }

  /**
   * Resizes a picture; its shape changes when the sides change by different factors.
   *
   * @param image the picture
   * @param target the new size
   * @return the resized picture; the very same one when the size is already right
   */
  public static RasterImage resize(RasterImage image, Size target) {
    if (image.size().equals(target)) {
      return image;
    }
    return resample(
        image,
        AxisWeights.of(image.width(), target.width()),
        AxisWeights.of(image.height(), target.height()));
  }

  /**
   * Resizes a cut-out like {@link #resize}, and holds only its visible part.
   *
   * @param image the cut-out
   * @param target the new size
   * @return the same pixels as those of the resized picture
   */
  public static VisiblePart resizeVisible(RasterImage image, Size target) {
    if (image.size().equals(target)) {
      return VisiblePart.of(image);
    }
    Box visible = image.visibleBounds().orElse(null);
    if (visible == null) {
      return VisiblePart.none(target);
    }
    AxisWeights across = AxisWeights.of(image.width(), target.width());
    boolean square = image.width() == image.height() && target.width() == target.height();
    AxisWeights down = square ? across : AxisWeights.of(image.height(), target.height());
    Box area = reached(visible, across, down).orElse(null);
    if (area == null) {
      return VisiblePart.none(target);
    }
    int[] argb = new int[Math.toIntExact(area.size().pixels())];
    RowSpans spans = RowSpans.whole(area.size());
    new Resampler(image, across, down, area).resample(visible, argb, area, spans);
    return new VisiblePart(target, area, argb, spans);
  }

  /**
   * Resizes a picture without changing its shape so that it just covers the target, and crops the
   * excess equally on both sides.
   *
   * @param image the picture
   * @param target the new size
   * @return the resized picture; the very same one when the size is already right
   */
  public static RasterImage cover(RasterImage image, Size target) {
    if (image.size().equals(target)) {
      return image;
    }
    double scale =
        Math.min(
            (double) image.width() / target.width(), (double) image.height() / target.height());
    double left = Math.max(0, (image.width() - target.width() * scale) / 2);
    double top = Math.max(0, (image.height() - target.height() * scale) / 2);
    return resample(
        image,
        AxisWeights.of(image.width(), target.width(), left, scale),
        AxisWeights.of(image.height(), target.height(), top, scale));
  }

  private static RasterImage resample(RasterImage image, AxisWeights across, AxisWeights down) {
    Size target = new Size(across.length(), down.length());
    int[] argb = new int[Math.toIntExact(target.pixels())];
    Box visible = image.visibleBounds().orElse(null);
    if (visible != null) {
      reached(visible, across, down)
          .ifPresent(
              area ->
                  new Resampler(image, across, down, area)
                      .resample(visible, argb, target.bounds(), RowSpans.whole(target)));
    }
    return RasterImage.adopt(target, argb);
  }

  /** Returns the part of the target that the visible part of a picture reaches. */
  private static Optional<Box> reached(Box visible, AxisWeights across, AxisWeights down) {
    int left = across.firstReached(visible.x());
    int top = down.firstReached(visible.y());
    int right = across.firstBeyond(visible.right());
    int bottom = down.firstBeyond(visible.bottom());
    return left < right && top < bottom
        ? Optional.of(new Box(left, top, right - left, bottom - top))
        : Optional.empty();
  }

  /**
   * Writes the pixels of the area.
   *
   * @param visible the part of the picture that is not clear
   * @param argb the array to write to
   * @param frame the part of the target that the array is of
   * @param spans the rows of the frame, to be narrowed to what is written
   */
  private void resample(Box visible, int[] argb, Box frame, RowSpans spans) {
    int origin = -frame.y() * frame.width() - frame.x();
    if (AreaAverage.suits(across, down)) {
      AreaAverage average = new AreaAverage(image, visible, across, down);
      for (int y = area.y(); y < area.bottom(); y++) {
        average.row(y, argb, origin + y * frame.width());
        spans.from()[y - frame.y()] = average.left() - frame.x();
        spans.to()[y - frame.y()] = average.right() - frame.x();
      }
    } else if (down.scale() > 1) {
      averageRows(argb, origin, frame.width());
    } else {
      filterRows(argb, origin, frame.width());
    }
  }

  /** Filters columns first: adding whole rows is cheap, and few rows remain to be filtered. */
  private void averageRows(int[] argb, int origin, int stride) {
    LightRow[] ring = new LightRow[down.taps()];
    Arrays.setAll(ring, i -> new LightRow(image.width()));
    LightRow sum = new LightRow(image.width());
    float[] filtered = new float[across.length() * 4];
    int next = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      sum.clear();
      next = Math.max(next, down.start(y));
      for (int k = 0; k < down.count(y); k++) {
        int source = down.start(y) + k;
        if (source >= next) {
          ring[source % ring.length].read(image, source);
          next = source + 1;
        }
        sum.add(ring[source % ring.length], down.weight(y, k));
      }
      int from = across.firstReached(sum.from());
      int to = across.firstBeyond(sum.to());
      across.filter(sum.light(), from, to, filtered);
      LinearLight.pack(filtered, from, to, argb, origin + y * stride);
    }
  }

  /**
   * Filters rows first: each source row is filtered once and kept in a ring buffer while it is
   * needed.
   */
  private void filterRows(int[] argb, int origin, int stride) {
    float[][] ring = new float[down.taps()][across.length() * 4];
    LightRow row = new LightRow(image.width());
    float[] sum = new float[across.length() * 4];
    int next = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      next = Math.max(next, down.start(y));
      for (; next < down.start(y) + down.count(y); next++) {
        row.read(image, next);
        across.filter(row.light(), area.x(), area.right(), ring[next % ring.length]);
      }
      Arrays.fill(sum, 0);
      for (int k = 0; k < down.count(y); k++) {
        add(ring[(down.start(y) + k) % ring.length], down.weight(y, k), sum);
      }
      LinearLight.pack(sum, area.x(), area.right(), argb, origin + y * stride);
    }
  }

  private void add(float[] row, float weight, float[] sum) {
    for (int i = area.x() * 4; i < area.right() * 4; i++) {
      sum[i] += weight * row[i];
    }
  }
}
