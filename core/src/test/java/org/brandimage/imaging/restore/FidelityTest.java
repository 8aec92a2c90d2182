package org.brandimage.imaging.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.brandimage.imaging.Samples;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.junit.jupiter.api.Test;

/** A square product of 20 x 20 pixels on a canvas of 80 x 80, so that shares are easy to count. */
class FidelityTest {
  private static final int SIDE = 80;
  private static final int FROM = 30;
  private static final int TO = 50;
  private static final int RED = 0xFFC02020;
  private static final int GREY = 0xFF777777;

  @Test
  void measure_untouchedProduct_isPerfect() {
    assertThat(measure(RED, (x, y) -> inside(x, y) ? RED : GREY))
        .isEqualTo(new Fidelity(0, 0, 0, 0, 0, 0));
  }

  @Test
  void measure_onePixelInTheCore_isCountedInEveryShare() {
    Fidelity fidelity =
        measure(RED, (x, y) -> x == 40 && y == 40 ? 0xFFC03E20 : inside(x, y) ? RED : GREY);
    assertThat(fidelity.maxDifference()).isEqualTo(30);
    // The core is 16 x 16: two pixels off every side.
    assertThat(fidelity.meanDifference()).isEqualTo(30.0 / (3 * 256));
    assertThat(fidelity.leak()).isEqualTo(1.0 / 400);
    assertThat(fidelity.colourShift()).isPositive();
  }

  @Test
  void measure_changedEdge_leaksButDoesNotTouchTheCore() {
    Fidelity fidelity =
        measure(RED, (x, y) -> x == FROM && inside(x, y) ? GREY : inside(x, y) ? RED : GREY);
    assertThat(fidelity.maxDifference()).isZero();
    assertThat(fidelity.leak()).isEqualTo(20.0 / 400);
  }

  @Test
  void measure_differenceOfEightLevels_isNoLeakAndOfNineIs() {
    assertThat(measure(RED, (x, y) -> inside(x, y) ? 0xFFC82828 : GREY).leak()).isZero();
    assertThat(measure(RED, (x, y) -> inside(x, y) ? 0xFFC92828 : GREY).leak()).isEqualTo(1);
  }

  @Test
  void measure_whiteTurnedBlack_shiftsByTheWholeLightness() {
    Fidelity fidelity = measure(0xFFFFFFFF, (x, y) -> inside(x, y) ? 0xFF000000 : GREY);
    assertThat(fidelity.colourShift()).isCloseTo(100, Offset.offset(0.01));
    assertThat(fidelity.maxDifference()).isEqualTo(255);
    assertThat(fidelity.meanDifference()).isEqualTo(255);
  }

  @Test
  void growth_threeColumnsMore_isTheirShareOfTheProduct() {
    Fidelity fidelity =
        measure(RED, (x, y) -> x >= FROM && x < TO + 3 && y >= FROM && y < TO ? RED : GREY);
    assertThat(fidelity.growth()).isEqualTo(60.0 / 400);
    assertThat(fidelity.maxDifference()).isZero();
  }

  @Test
  void growth_productColourApartFromTheProduct_isNone() {
    Fidelity fidelity = measure(RED, (x, y) -> inside(x, y) || x == TO + 2 ? RED : GREY);
    assertThat(fidelity.growth()).isZero();
  }

  @Test
  void growth_backgroundOfTheProductsColour_isNone() {
    assertThat(measure(RED, (x, y) -> RED).growth()).isZero();
  }

  @Test
  void halo_brightRing_isItsContrastToTheNearerSide() {
    // Grey 119 has lightness 50.03; the red product is darker, so the background is nearer.
    Fidelity fidelity = measure(RED, (x, y) -> ring(x, y) ? -1 : inside(x, y) ? RED : GREY);
    assertThat(fidelity.halo()).isCloseTo(49.97, Offset.offset(0.05));
  }

  @Test
  void halo_darkRing_countsAsWell() {
    // The product's lightness is 41.0, nearer to the ring's 0 than the background's 50.
    double product = Lab.of(RED).l();
    Fidelity fidelity = measure(RED, (x, y) -> ring(x, y) ? 0xFF000000 : inside(x, y) ? RED : GREY);
    assertThat(fidelity.halo()).isCloseTo(product, Offset.offset(0.05));
  }

  @Test
  void halo_ringBetweenBothSides_isNone() {
    Fidelity fidelity =
        measure(0xFF202020, (x, y) -> ring(x, y) ? GREY : inside(x, y) ? 0xFF202020 : -1);
    assertThat(fidelity.halo()).isZero();
  }

  private static Fidelity measure(int product, Samples.Painter picture) {
    RasterImage layer = Samples.painted(SIDE, SIDE, (x, y) -> inside(x, y) ? product : 0);
    Mask mask = Mask.of(layer.size(), FidelityTest::inside);
    RasterImage provided = Samples.painted(SIDE, SIDE, picture);
    return ProductRestorer.restore(provided, layer, mask, RestoreMode.OFF).report().before();
  }

  private static boolean inside(int x, int y) {
    return x >= FROM && x < TO && y >= FROM && y < TO;
  }

  /** The pixels within three of the square, and not in it. */
  private static boolean ring(int x, int y) {
    double dx = Math.max(0, Math.max(FROM - x, x - (TO - 1)));
    double dy = Math.max(0, Math.max(FROM - y, y - (TO - 1)));
    double distance = Math.hypot(dx, dy);
    return distance > 0 && distance <= 3;
  }
}
