package org.brandimage.spi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
  @ParameterizedTest
  @CsvSource({
    "100,50,0,100,50",
    "100,50,90,50,100",
    "100,50,-180,100,50",
    "100,50,450,50,100",
    "100,100,45,142,142",
    "100,50,30,112,94",
    "100,50,-30,112,94",
    "100,50,150,112,94",
    "1,1,45,2,2",
    "300,200,15,342,271"
  })
  void rotated_knownAngles_isTheSmallestWholeRectangle(
      int width, int height, double degrees, int rotatedWidth, int rotatedHeight) {
    assertThat(new Size(width, height).rotated(degrees))
        .isEqualTo(new Size(rotatedWidth, rotatedHeight));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void rotated_notFinite_isRefused(double degrees) {
    assertThatThrownBy(() -> new Size(3, 4).rotated(degrees))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }

  @Test
  void degrees_rightAngles_areExact() {
    for (int turn = -8; turn <= 8; turn++) {
      double sine = new double[] {0, 1, 0, -1}[Math.floorMod(turn, 4)];
      assertThat(Degrees.sin(90 * turn)).isEqualTo(sine);
      assertThat(Degrees.cos(90 * (turn - 1))).isEqualTo(sine);
    }
  }
}
