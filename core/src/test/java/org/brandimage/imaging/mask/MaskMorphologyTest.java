package org.brandimage.imaging.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskMorphologyTest {
  @ParameterizedTest
  @CsvSource({"1,1,1", "1,40,3", "40,1,3", "31,23,1", "31,23,2", "31,23,5", "31,23,40", "64,64,7"})
  void grown_scatteredPixels_equalsTheDefinition(int width, int height, int radius) {
    for (int seed = 0; seed < 8; seed++) {
      Mask mask = scattered(new Size(width, height), seed, seed % 2 == 0 ? 0.01 : 0.3);

      assertThat(MaskMorphology.grown(mask, radius)).isEqualTo(byDefinition(mask, radius));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void eroded_scatteredHoles_isTheDual(int radius) {
    Mask mask = scattered(new Size(29, 37), 3, 0.97);

    assertThat(MaskMorphology.eroded(mask, radius))
        .isEqualTo(byDefinition(mask.inverted(), radius).inverted());
  }

  @Test
  void eroded_productAtTheEdge_isNotEatenFromOutside() {
    Mask half = Mask.of(new Size(20, 10), (x, y) -> x < 10);

    assertThat(MaskMorphology.eroded(half, 3)).isEqualTo(Mask.of(half.size(), (x, y) -> x < 7));
  }

  @Test
  void band_aroundAProduct_generatesOnlyTheRing() {
    Mask product = Mask.of(new Size(41, 41), (x, y) -> x == 20 && y == 20);

    Mask band = MaskMorphology.band(product, 5);

    // Of the 81 lattice points within 5 of a point (Gauss's circle problem, N(5) = 81) one is kept.
    assertThat(band.inverted().keptPixels()).isEqualTo(80);
    assertThat(band.keeps(20, 20)).isTrue();
    assertThat(band.keeps(24, 23)).as("at distance 5").isFalse();
    assertThat(band.keeps(24, 24)).as("at distance 5.7").isTrue();
  }

  @Test
  void anyOperation_radiusZero_changesNothing() {
    Mask mask = scattered(new Size(9, 9), 1, 0.5);

    assertThat(MaskMorphology.grown(mask, 0)).isEqualTo(mask);
    assertThat(MaskMorphology.eroded(mask, 0)).isEqualTo(mask);
    assertThat(MaskMorphology.band(mask, 0).keptPixels()).isEqualTo(81);
  }

  @Test
  void anyOperation_nothingOrEverythingKept_staysSo() {
    Mask nothing = Mask.of(new Size(7, 5), (x, y) -> false);
    Mask everything = nothing.inverted();

    assertThat(MaskMorphology.grown(nothing, 3)).isEqualTo(nothing);
    assertThat(MaskMorphology.eroded(everything, 3)).isEqualTo(everything);
    assertThat(MaskMorphology.band(everything, 3)).isEqualTo(everything);
  }

  @Test
  void grown_negativeRadius_isRefused() {
    Mask mask = Mask.of(new Size(2, 2), (x, y) -> true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MaskMorphology.grown(mask, -1))
        .withMessage("radius must be at least 0: -1");
  }

  private static Mask scattered(Size size, long seed, double share) {
    Random random = new Random(seed);
    return Mask.of(size, (x, y) -> random.nextDouble() < share);
  }

  /** Asks every pixel about every other. */
  private static Mask byDefinition(Mask mask, int radius) {
    Size size = mask.size();
    return Mask.of(
        size,
        (x, y) -> {
          for (int v = Math.max(0, y - radius); v <= Math.min(size.height() - 1, y + radius); v++) {
            for (int u = Math.max(0, x - radius);
                u <= Math.min(size.width() - 1, x + radius);
                u++) {
              int squared = (u - x) * (u - x) + (v - y) * (v - y);
              if (mask.keeps(u, v) && squared <= radius * radius) {
                return true;
              }
            }
          }
          return false;
        });
  }
}
