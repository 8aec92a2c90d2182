package org.brandimage.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;

class Ciede2000Test {
  private static List<double[]> pairs() throws IOException {
    try (InputStream stream =
            Objects.requireNonNull(
                Ciede2000Test.class.getResourceAsStream("ciede2000-sharma-2005.tsv"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    }
  }

  @Test
  void difference_everyPairOfSharma_isThePublishedOne() throws IOException {
    List<double[]> pairs = pairs();
    assertThat(pairs).hasSize(34);
    for (double[] row : pairs) {
      Lab first = new Lab(row[0], row[1], row[2]);
      Lab second = new Lab(row[3], row[4], row[5]);

      assertThat(Ciede2000.difference(first, second)).isCloseTo(row[6], within(1e-4));
      assertThat(Ciede2000.difference(second, first)).isCloseTo(row[6], within(1e-4));
    }
  }

  @Test
  void difference_sameColour_isZero() {
    Lab colour = new Lab(50, 20, -30);

    assertThat(Ciede2000.difference(colour, colour)).isZero();
  }

  /** White, black and the primaries as listed by Lindbloom for sRGB and D65. */
  @Test
  void lab_knownColours_areThePublishedOnes() {
    assertLab(new Rgb(255, 255, 255), 100, 0, 0);
    assertLab(new Rgb(0, 0, 0), 0, 0, 0);
    assertLab(new Rgb(255, 0, 0), 53.24, 80.09, 67.20);
    assertLab(new Rgb(0, 255, 0), 87.73, -86.18, 83.18);
    assertLab(new Rgb(0, 0, 255), 32.30, 79.19, -107.86);
    assertLab(new Rgb(128, 128, 128), 53.585, 0, 0);
  }

  private static void assertLab(Rgb rgb, double l, double a, double b) {
    Lab lab = Lab.of(rgb);
    assertThat(lab.l()).isCloseTo(l, within(0.02));
    assertThat(lab.a()).isCloseTo(a, within(0.02));
    assertThat(lab.b()).isCloseTo(b, within(0.02));
  }

  @Test
  void mean_halfOfThePixelsDiffer_isHalfTheDifference() {
    RasterImage one = RasterImage.filled(new Size(2, 1), 0xff204060);
    RasterImage other = RasterImage.of(new Size(2, 1), new int[] {0xff204060, 0xff604020});
    double difference = Ciede2000.difference(Lab.of(0x204060), Lab.of(0x604020));

    assertThat(Ciede2000.mean(one, other)).isCloseTo(difference / 2, within(1e-9));
  }

  @Test
  void mean_masked_countsKeptPixelsOnly() {
    RasterImage one = RasterImage.filled(new Size(2, 1), 0xff204060);
    RasterImage other = RasterImage.of(new Size(2, 1), new int[] {0xff204060, 0xff604020});
    double difference = Ciede2000.difference(Lab.of(0x204060), Lab.of(0x604020));

    assertThat(Ciede2000.mean(one, other, Mask.of(one.size(), (x, y) -> x == 1)))
        .isCloseTo(difference, within(1e-9));
    assertThat(Ciede2000.mean(one, other, Mask.of(one.size(), (x, y) -> x == 0))).isZero();
    assertThatThrownBy(() -> Ciede2000.mean(one, other, Mask.of(one.size(), (x, y) -> false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keep a pixel");
  }

  @Test
  void mean_differentSizes_isRefused() {
    RasterImage one = RasterImage.filled(new Size(2, 1), -1);
    RasterImage other = RasterImage.filled(new Size(1, 2), -1);

    assertThatThrownBy(() -> Ciede2000.mean(one, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2x1 and 1x2");
  }
}
