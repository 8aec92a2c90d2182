package org.brandimage.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisWeightsTest {
  @ParameterizedTest
  @CsvSource({
    "10,4,0,2.5",
    "100,37,0,2.7027",
    "16,16,0,1",
    "7,20,0,0.35",
    "40,9,5.25,3.1",
    "3,1,0,3"
  })
  void firstReached_everySourcePixel_isTheFirstThatItOrALaterOneIsPartOf(
      int source, int target, double offset, double scale) {
    AxisWeights axis = AxisWeights.of(source, target, offset, scale);
    for (int pixel = 0; pixel <= source; pixel++) {
      int reached = 0;
      while (reached < target && axis.start(reached) + axis.count(reached) <= pixel) {
        reached++;
      }
      int beyond = 0;
      while (beyond < target && axis.start(beyond) < pixel) {
        beyond++;
      }
      assertThat(axis.firstReached(pixel)).as("from %d", pixel).isEqualTo(reached);
      assertThat(axis.firstBeyond(pixel)).as("beyond %d", pixel).isEqualTo(beyond);
    }
  }
}
