package org.brandimage.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.brandimage.imaging.Samples;
import org.junit.jupiter.api.Test;

class BlendTest {
  @Test
  void over_examplesByHand_giveTheRoundedLevels() {
    // 200 * 128 / 255 + 100 * 127 / 255 = 150.196, and 0 * 0.50196 + 255 * 0.49804 = 127
    assertThat(Blend.over(0x80C800FF, 0xFF64FF00)).isEqualTo(0xFF967F80);
    // Half alpha over half alpha: 0.50196 + 0.50196 * 0.49804 = 0.75196 -> 192;
    // red (255 * 0.50196) / 0.75196 = 170.2, blue (255 * 0.25) / 0.75196 = 84.8
    assertThat(Blend.over(0x80FF0000, 0x800000FF)).isEqualTo(0xC0AA0055);
  }

  @Test
  void over_clearAndOpaquePixels_areExact() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      int front = random.nextInt();
      int back = random.nextInt();
      assertThat(Blend.over(front | 0xFF000000, back)).isEqualTo(front | 0xFF000000);
      assertThat(Blend.over(front & 0xFFFFFF, back)).isEqualTo(back);
      if (front >>> 24 != 0) {
        assertThat(Blend.over(front, back & 0xFFFFFF)).isEqualTo(front);
      }
    }
  }

  @Test
  void over_opaqueBack_isNearestToTheFormulaForEveryAlphaAndPairOfLevels() {
    for (int alpha = 1; alpha < 255; alpha++) {
      for (int front = 0; front < 256; front += 3) {
        for (int back = 0; back < 256; back += 5) {
          long expected = Math.round((front * alpha + back * (255 - alpha)) / 255.0);
          int blended = Blend.over(Samples.grey(alpha, front), Samples.grey(255, back));
          if (blended != Samples.grey(255, (int) expected)) {
            throw new AssertionError(alpha + ", " + front + " over " + back + ": " + blended);
          }
        }
      }
    }
  }

  @Test
  void over_translucentBack_followsPorterAndDuff() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      int front = random.nextInt();
      int back = random.nextInt();
      double a = (front >>> 24) / 255.0;
      double b = (back >>> 24) / 255.0;
      double both = a + b * (1 - a);
      int blended = Blend.over(front, back);
      assertThat((double) (blended >>> 24)).isBetween(both * 255 - 0.51, both * 255 + 0.51);
      for (int shift = 0; shift < 24 && both > 0; shift += 8) {
        double near = a * (front >> shift & 255);
        double far = b * (1 - a) * (back >> shift & 255);
        double level = (near + far) / both;
        assertThat((double) (blended >> shift & 255)).isBetween(level - 0.51, level + 0.51);
      }
    }
  }
}
