package org.brandimage.quality;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A small copy of a region of a picture. Each pixel is the mean, weighted by alpha, of at most 4x4
 * samples of the block it stands for, so a copy costs the same from any size of picture. A region
 * that is small already is copied as it is.
 */
final class Thumbnail {
  private static final int SAMPLES = 4;

  private final int width;
  private final int height;
  private final int[] argb;

  private Thumbnail(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /** Copies the whole picture. */
  static Thumbnail of(ImageSource source, int longestSide) {
    return of(source.raster(), source.size().bounds(), longestSide);
  }

  /** Copies several regions of a picture that is opened once. */
  static List<Thumbnail> each(ImageSource source, List<Box> regions, int longestSide) {
    RasterImage raster = source.raster();
    List<Thumbnail> thumbnails = new ArrayList<>();
    for (Box region : regions) {
      thumbnails.add(of(raster, region, longestSide));
    }
    return thumbnails;
  }

  static Thumbnail of(RasterImage raster, Box region, int longestSide) {
    Size size = reducedSize(region.size(), longestSide);
    int[] argb = new int[size.width() * size.height()];
    int[] columns = samples(region.width(), size.width());
    int[] rows = samples(region.height(), size.height());
    int[] row = new int[region.width()];
    int[] sums = new int[4 * size.width()];
    int rowsEach = rows.length / size.height();
    for (int y = 0; y < size.height(); y++) {
      java.util.Arrays.fill(sums, 0);
      for (int k = 0; k < rowsEach; k++) {
        int sourceRow = region.y() + rows[y * rowsEach + k];
        raster.copyRegion(new Box(region.x(), sourceRow, region.width(), 1), row, 0, row.length);
        addRow(row, columns, sums);
      }
      int count = rowsEach * columns.length / size.width();
      for (int x = 0; x < size.width(); x++) {
        argb[y * size.width() + x] = mean(sums, 4 * x, count);
      }
    }
    return new Thumbnail(size.width(), size.height(), argb);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The pixels as {@code 0xAARRGGBB}; never written to. */
  int[] argb() {
    return argb;
  }

  int alpha(int index) {
    return argb[index] >>> 24;
  }

  /** Luma by BT.601 of one pixel, 0 to 255. */
  float luma(int index) {
    int pixel = argb[index];
    return 0.299f * (pixel >> 16 & 255) + 0.587f * (pixel >> 8 & 255) + 0.114f * (pixel & 255);
  }

  private static Size reducedSize(Size size, int longestSide) {
    int longer = Math.max(size.width(), size.height());
    if (longer <= longestSide) {
      return size;
    }
    double scale = (double) longestSide / longer;
    return new Size(
        Math.max(1, (int) Math.round(size.width() * scale)),
        Math.max(1, (int) Math.round(size.height() * scale)));
  }

  /** Sample positions on a side: the same number for every part, spread over it evenly. */
  private static int[] samples(int from, int to) {
    int each = Math.max(1, Math.min(SAMPLES, from / to));
    int[] positions = new int[to * each];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = (int) ((i + 0.5) * from / positions.length);
    }
    return positions;
  }

  private static void addRow(int[] row, int[] columns, int[] sums) {
    int each = 4 * columns.length / sums.length;
    for (int i = 0, at = 0; i < columns.length; at += 4) {
      for (int k = 0; k < each; k++, i++) {
        int pixel = row[columns[i]];
        int alpha = pixel >>> 24;
        sums[at] += alpha;
        sums[at + 1] += alpha * (pixel >> 16 & 255);
        sums[at + 2] += alpha * (pixel >> 8 & 255);
        sums[at + 3] += alpha * (pixel & 255);
      }
    }
  }

  private static int mean(int[] sums, int at, int count) {
    int alpha = sums[at];
    if (alpha == 0) {
      return 0;
    }
    int half = alpha / 2;
    int red = (sums[at + 1] + half) / alpha;
    int green = (sums[at + 2] + half) / alpha;
    int blue = (sums[at + 3] + half) / alpha;
    return (((alpha + count / 2) / count) << 24) | (red << 16) | (green << 8) | blue;
  }
}
