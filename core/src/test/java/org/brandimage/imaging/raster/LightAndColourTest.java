package org.brandimage.imaging.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LightAndColourTest {
  @Test
  void srgb_ofTheLightOfEveryLevel_isTheLevel() {
    for (int level = 0; level < 256; level++) {
      assertThat(LinearLight.srgb(LinearLight.linear(level))).isEqualTo(level);
    }
  }

  @Test
  void srgb_outsideTheRange_isClamped() {
    assertThat(LinearLight.srgb(-0.5f)).isZero();
    assertThat(LinearLight.srgb(1.5f)).isEqualTo(255);
    assertThat(LinearLight.srgb(Float.MAX_VALUE)).isEqualTo(255);
  }

  @Test
  void pixel_ofAnyPremultipliedPixel_isThePixel() {
    float[] light = new float[4];
    for (int alpha = 1; alpha < 256; alpha++) {
      for (int level = 0; level < 256; level++) {
        int pixel = alpha << 24 | level << 16 | (255 - level) << 8 | level / 2;
        LinearLight.premultiplied(new int[] {pixel}, 0, 1, light);
        assertThat(LinearLight.pixel(light[0], light[1], light[2], light[3])).isEqualTo(pixel);
      }
    }
  }

  @Test
  void lab_ofPrimaries_agreesWithPublishedValues() {
    // B. Lindbloom's colour calculator, sRGB, D65, no adaptation.
    assertLab(0xFFFFFFFF, 100, 0, 0);
    assertLab(0xFFFF0000, 53.24, 80.09, 67.20);
    assertLab(0xFF00FF00, 87.73, -86.18, 83.18);
    assertLab(0xFF0000FF, 32.30, 79.19, -107.86);
    assertLab(0xFF000000, 0, 0, 0);
  }

  private static void assertLab(int argb, double l, double a, double b) {
    Lab lab = Lab.of(argb);
    Offset<Double> rounding = Offset.offset(0.02);
    assertThat(lab.l()).isCloseTo(l, rounding);
    assertThat(lab.a()).isCloseTo(a, rounding);
    assertThat(lab.b()).isCloseTo(b, rounding);
  }
}
