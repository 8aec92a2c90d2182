package org.brandimage.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.brandimage.imaging.Samples;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  @Test
  void resize_toItsOwnSize_isTheVeryPicture() {
    RasterImage image = Samples.noise(9, 7, 1);
    assertThat(Resampler.resize(image, new Size(9, 7))).isSameAs(image);
    assertThat(Resampler.cover(image, new Size(9, 7))).isSameAs(image);
  }

  @Test
  void resize_blackAndWhiteToOnePixel_averagesLightNotLevels() {
    RasterImage board = Samples.painted(2, 2, (x, y) -> Samples.grey(255, (x + y) % 2 * 255));
    // 1.055 * 0.5^(1 / 2.4) - 0.055 = 0.7354, times 255 = 187.5
    assertThat(Resampler.resize(board, new Size(1, 1)).argb(0, 0)).isEqualTo(0xFFBCBCBC);
  }

  @Test
  void resize_clearNeighbour_lendsNoColour() {
    RasterImage pair = Samples.painted(2, 1, (x, y) -> x == 0 ? 0xFF1020E0 : 0x00FF0000);
    assertThat(Resampler.resize(pair, new Size(1, 1)).argb(0, 0)).isEqualTo(0x801020E0);
  }

  @Test
  void resize_fiveToTwo_weighsByTheAreaCovered() {
    // Each target pixel covers 2.5: whole, whole, half.
    RasterImage row = Samples.painted(5, 1, (x, y) -> Samples.grey(x == 2 ? 255 : 0, 0));
    RasterImage half = Resampler.resize(row, new Size(2, 1));
    assertThat(half.argb(0, 0) >>> 24).isEqualTo(51);
    assertThat(half.argb(1, 0) >>> 24).isEqualTo(51);
    RasterImage first = Samples.painted(5, 1, (x, y) -> Samples.grey(x == 0 ? 255 : 0, 0));
    assertThat(Resampler.resize(first, new Size(2, 1)).argb(0, 0) >>> 24).isEqualTo(102);
    assertThat(Resampler.resize(first, new Size(2, 1)).argb(1, 0) >>> 24).isZero();
  }

  @ParameterizedTest
  @CsvSource({"200,200", "187,203", "100,333", "500,40", "1,1"})
  void resize_zonePlate_isTheAreaAverage(int width, int height) {
    RasterImage plate = zonePlate(1000);
    RasterImage small = Resampler.resize(plate, new Size(width, height));
    assertThat(rms(small, areaAverage(plate, width, height))).isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"571,571", "563,420", "300,205", "64,64"})
  void resize_cutoutOfAnyAlpha_isTheAverageOfItsOpaqueAndTranslucentParts(int width, int height) {
    // Opaque inside, soft at the edge, a hole, glass, and clear pixels that have a colour.
    RasterImage cutout =
        Samples.painted(
            1024,
            1024,
            (x, y) -> {
              double far = Math.hypot(x - 500, (y - 512) * 0.8);
              int alpha = (int) Math.max(0, Math.min(255, (380 - far) * 40));
              alpha = Math.hypot(x - 420, y - 400) < 60 ? 0 : alpha;
              alpha = y > 700 && x > 600 ? alpha / 2 : alpha;
              return alpha << 24 | (x * 7 & 255) << 16 | (y * 5 & 255) << 8 | ((x + y) / 9 & 255);
            });
    RasterImage small = Resampler.resize(cutout, new Size(width, height));
    double sum = 0;
    for (int i = 0; i < width * height; i++) {
      int expected = averaged(cutout, i % width, i / width, width, height);
      int pixel = small.argb(i % width, i / width);
      for (int shift = 0; shift <= 24; shift += 8) {
        int off = Math.abs((pixel >>> shift & 255) - (expected >>> shift & 255));
        // A colour of low alpha is rounded with it; a weight of 256ths shows most next to black.
        assertThat(off * (expected >>> 24) / 255).isLessThanOrEqualTo(4);
        sum += off * off * (expected >>> 24) / 255.0;
      }
    }
    assertThat(Math.sqrt(sum / (4.0 * width * height))).isLessThan(0.5);
  }

  /** The premultiplied mean light under one target pixel, worked out in double precision. */
  private static int averaged(RasterImage image, int column, int row, int width, int height) {
    double across = (double) image.width() / width;
    double down = (double) image.height() / height;
    double[] sums = new double[4];
    for (int y = (int) (row * down); y < Math.min(image.height(), (row + 1) * down); y++) {
      double rowShare = Math.min(y + 1, (row + 1) * down) - Math.max(y, row * down);
      for (int x = (int) (column * across);
          x < Math.min(image.width(), (column + 1) * across);
          x++) {
        double share = Math.min(x + 1, (column + 1) * across) - Math.max(x, column * across);
        int pixel = image.argb(x, y);
        double weight = share * rowShare * (pixel >>> 24) / 255 / (across * down);
        sums[3] += weight;
        for (int channel = 0; channel < 3; channel++) {
          double v = (pixel >>> (8 * channel) & 255) / 255.0;
          sums[channel] += weight * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        }
      }
    }
    int result = (int) Math.round(sums[3] * 255) << 24;
    for (int channel = 0; channel < 3 && result != 0; channel++) {
      double l = sums[channel] / sums[3];
      double v = l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055;
      result |= (int) Math.round(v * 255) << (8 * channel);
    }
    return result;
  }

  @Test
  void cover_visiblePartCutOff_isClear() {
    RasterImage dot = Samples.painted(400, 100, (x, y) -> x < 40 ? 0xFF00FF00 : 0);
    assertThat(Resampler.cover(dot, new Size(50, 50)).visibleBounds()).isEmpty();
    assertThat(Resampler.cover(dot, new Size(200, 200)).visibleBounds()).isEmpty();
  }

  @Test
  void resize_zonePlateByTwoThirds_doesNotAlias() {
    // Rings finer than the target can hold must turn to even grey: lines at the source's limit
    // would show as coarse bands if they were sampled.
    RasterImage lines = Samples.painted(600, 60, (x, y) -> Samples.grey(255, x % 2 * 255));
    RasterImage small = Resampler.resize(lines, new Size(400, 60));
    for (int x = 5; x < 395; x++) {
      assertThat(small.argb(x, 30) & 255).isBetween(163, 211);
    }
  }

  @ParameterizedTest
  @CsvSource({"0xFF123456", "0x4D780A21", "0x01FF00FF", "0x00000000"})
  void resize_oneColour_keepsIt(String hex) {
    int argb = (int) Long.parseLong(hex.substring(2), 16);
    RasterImage flat = RasterImage.filled(new Size(37, 23), argb);
    for (Size size : new Size[] {new Size(1, 1), new Size(11, 40), new Size(30, 20)}) {
      assertThat(Resampler.resize(flat, size)).isEqualTo(RasterImage.filled(size, argb));
    }
  }

  @Test
  void resize_enlargedEdge_staysInPlace() {
    RasterImage edge = Samples.painted(20, 4, (x, y) -> Samples.grey(255, x < 10 ? 0 : 255));
    RasterImage large = Resampler.resize(edge, new Size(100, 20));
    assertThat(large.argb(46, 10) & 255).isLessThan(30);
    assertThat(large.argb(53, 10) & 255).isGreaterThan(225);
    assertThat(large.opaque()).isTrue();
  }

  @Test
  void cover_widePicture_cutsBothSidesEqually() {
    RasterImage wide =
        Samples.painted(400, 100, (x, y) -> x < 150 ? 0xFFFF0000 : x < 250 ? 0xFF00FF00 : -1);
    assertThat(Resampler.cover(wide, new Size(50, 50)))
        .isEqualTo(RasterImage.filled(new Size(50, 50), 0xFF00FF00));
  }

  @Test
  void cover_tallPictureEnlarged_fillsTheTarget() {
    RasterImage tall =
        Samples.painted(10, 40, (x, y) -> y < 15 ? 0xFFFF0000 : y < 25 ? 0xFF00FF00 : -1);
    RasterImage filled = Resampler.cover(tall, new Size(64, 64));
    assertThat(filled.size()).isEqualTo(new Size(64, 64));
    assertThat(filled.opaque()).isTrue();
    assertThat(filled.argb(32, 32)).isEqualTo(0xFF00FF00);
  }

  /** Rings whose frequency grows from the centre to half a cycle a pixel at the edge. */
  static RasterImage zonePlate(int side) {
    return Samples.painted(
        side,
        side,
        (x, y) -> {
          double dx = x - side / 2.0 + 0.5;
          double dy = y - side / 2.0 + 0.5;
          double wave = Math.cos(Math.PI * (dx * dx + dy * dy) / side);
          return Samples.grey(255, (int) Math.round(127.5 + 127.5 * wave));
        });
  }

  /** The mean light under each target pixel, worked out in double precision. */
  private static double[] areaAverage(RasterImage image, int width, int height) {
    double[] levels = new double[width * height];
    double across = (double) image.width() / width;
    double down = (double) image.height() / height;
    for (int i = 0; i < levels.length; i++) {
      double left = i % width * across;
      int row = i / width;
      double top = row * down;
      double sum = 0;
      for (int y = (int) top; y < Math.min(image.height(), top + down); y++) {
        double rowShare = Math.min(y + 1, top + down) - Math.max(y, top);
        for (int x = (int) left; x < Math.min(image.width(), left + across); x++) {
          double share = Math.min(x + 1, left + across) - Math.max(x, left);
          double v = (image.argb(x, y) & 255) / 255.0;
          double light = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
          sum += share * rowShare * light;
        }
      }
      double mean = sum / (across * down);
      levels[i] =
          255 * (mean <= 0.0031308 ? 12.92 * mean : 1.055 * Math.pow(mean, 1 / 2.4) - 0.055);
    }
    return levels;
  }

  private static double rms(RasterImage image, double[] levels) {
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      double difference = (image.argb(i % image.width(), i / image.width()) & 255) - levels[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum / levels.length);
  }
}
