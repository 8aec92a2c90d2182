package org.brandimage.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceSimilarityTest {
  private static RasterImage texture(int width, int height) {
    return TestPictures.picture(TestPictures.texture(width, height), width);
  }

  private static RasterImage distorted(int width, int height, String distortion) {
    int[] grey = TestPictures.texture(width, height);
    return TestPictures.picture(TestPictures.distorted(grey, width, distortion), width);
  }

  @ParameterizedTest
  @CsvSource({"176,176", "177,401", "256,256", "263,190", "512,320", "530,179"})
  void similarity_anySides_isThatOfThePair(int width, int height) {
    RasterImage picture = texture(width, height);
    MsSsimReference reference = MsSsim.reference(picture);
    for (String distortion : List.of("noise", "shift3", "contrast")) {
      RasterImage other = distorted(width, height, distortion);
      assertThat(reference.similarity(other)).isCloseTo(MsSsim.of(picture, other), within(2e-6));
    }
    assertThat(reference.similarity(picture)).isCloseTo(1, within(1e-6));
    assertThat(reference.size()).isEqualTo(new Size(width, height));
  }

  @Test
  void similarity_golden_isThatOfThePaper() {
    assertThat(MsSsim.reference(texture(512, 320)).similarity(distorted(512, 320, "noise")))
        .isCloseTo(0.996270, within(1e-5));
  }

  @Test
  void similarity_anotherSize_namesBoth() {
    MsSsimReference reference = MsSsim.reference(texture(200, 180));
    assertThatThrownBy(() -> reference.similarity(texture(180, 200)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200x180")
        .hasMessageContaining("180x200");
  }

  @Test
  void reference_sideTooShort_namesTheMinimum() {
    assertThatThrownBy(() -> MsSsim.reference(texture(175, 300)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("176");
  }

  @Test
  void similarity_fourThreads_giveTheSameAnswer() throws Exception {
    MsSsimReference reference = MsSsim.reference(texture(256, 256));
    RasterImage other = distorted(256, 256, "noise");
    double expected = reference.similarity(other);
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Double>> work = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        work.add(() -> reference.similarity(other));
      }
      for (Future<Double> answer : executor.invokeAll(work)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      executor.shutdown();
    }
  }
}
