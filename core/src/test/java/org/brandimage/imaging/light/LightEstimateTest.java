package org.brandimage.imaging.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.IntBinaryOperator;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightEstimateTest {
  private static final Size SIZE = new Size(200, 160);

  @Test
  void of_sunAtTheUpperLeft_lightComesFromTheLeftAndBehind() {
    LightEstimate light = LightEstimate.of(sun(40, 40, 0xFFFFF0D0));
    assertThat(light.side()).isLessThan(-0.4);
    assertThat(light.behind()).isGreaterThan(0.5);
  }

  @Test
  void of_mirroredPicture_mirrorsTheSideAndNothingElse() {
    LightEstimate left = LightEstimate.of(sun(40, 40, 0xFFFFF0D0));
    LightEstimate right = LightEstimate.of(sun(SIZE.width() - 1 - 40, 40, 0xFFFFF0D0));
    assertThat(right.side()).isCloseTo(-left.side(), within(0.05));
    assertThat(right.softness()).isCloseTo(left.softness(), within(0.02));
    assertThat(right.strength()).isCloseTo(left.strength(), within(0.02));
  }

  @Test
  void of_orangeSun_isWarmAndBlueOneIsCold() {
    assertThat(LightEstimate.of(sun(100, 40, 0xFFFFA030)).warmth()).isGreaterThan(0.5);
    assertThat(LightEstimate.of(sun(100, 40, 0xFF80A0FF)).warmth()).isLessThan(-0.3);
    assertThat(LightEstimate.of(sun(100, 40, 0xFFF0F0F0)).warmth()).isCloseTo(0, within(0.05));
  }

  @Test
  void of_smallSun_throwsCrisperAndDeeperShadowsThanAnEvenSky() {
    LightEstimate sun = LightEstimate.of(sun(100, 40, 0xFFFFFFFF));
    LightEstimate sky = LightEstimate.of(picture((x, y) -> y < 100 ? 0xFFE8ECF0 : 0xFFA0A0A0));
    assertThat(sun.softness()).isLessThan(sky.softness() - 0.2);
    assertThat(sun.strength()).isGreaterThan(sky.strength() + 0.2);
    assertThat(sun.behind()).isGreaterThan(sky.behind());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void of_evenWallOverUnevenFloor_followsTheFloor(boolean right) {
    LightEstimate light =
        LightEstimate.of(
            picture(
                (x, y) -> {
                  int along = right ? x : SIZE.width() - 1 - x;
                  return grey(y < 80 ? 90 : 60 + along * 60 / SIZE.width());
                }));
    assertThat(Math.signum(light.side())).isEqualTo(right ? 1 : -1);
    assertThat(Math.abs(light.side())).isGreaterThan(0.2);
  }

  @Test
  void of_picturesOfOneColour_isMiddlingAndInRange() {
    for (int level : new int[] {0, 128, 255}) {
      LightEstimate light = LightEstimate.of(RasterImage.filled(SIZE, grey(level)));
      assertThat(light.side()).isCloseTo(0, within(1e-6));
      assertThat(light.strength()).isLessThan(0.4);
    }
  }

  @Test
  void of_onePixel_isAnswered() {
    LightEstimate light = LightEstimate.of(RasterImage.filled(new Size(1, 1), 0xFF808080));
    assertThat(light.strength()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.01, 1.01, Double.NaN})
  void new_valueOutOfRange_isRefusedByName(double side) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LightEstimate.studio().withSide(side))
        .withMessageContaining("side")
        .withMessageContaining(String.valueOf(side));
  }

  private static RasterImage sun(int sunX, int sunY, int colour) {
    return picture((x, y) -> Math.hypot(x - sunX, y - sunY) < 14 ? colour : grey(70));
  }

  private static RasterImage picture(IntBinaryOperator colour) {
    int[] argb = new int[(int) SIZE.pixels()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = colour.applyAsInt(i % SIZE.width(), i / SIZE.width());
    }
    return RasterImage.adopt(SIZE, argb);
  }

  private static int grey(int level) {
    return 0xFF000000 | level << 16 | level << 8 | level;
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
