package org.brandimage.imaging.light;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;

class ShadowPainterTest {
  private static final Size CANVAS = new Size(600, 400);
  private static final Box PRODUCT = new Box(240, 140, 120, 180);
  private static final LightEstimate FROM_LEFT = LightEstimate.studio().withSide(-0.8);

  @Test
  void paint_uprightBox_isDarkestWhereItTouchesTheGround() {
    GroundShadow shadow = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, FROM_LEFT);
    float touching = shadow.strength(300, PRODUCT.bottom());
    assertThat(touching).isGreaterThan(0.55f);
    assertThat(shadow.strength(300, PRODUCT.bottom() + 12)).isLessThan(touching * 0.6f);
    assertThat(shadow.strength(300, PRODUCT.bottom() + 70)).isLessThan(0.02f);
  }

  @Test
  void paint_uprightBox_leavesTheWallBesideItsTopAlone() {
    GroundShadow shadow = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, FROM_LEFT);
    for (int x = 0; x < CANVAS.width(); x++) {
      assertThat(shadow.strength(x, PRODUCT.y() + 40)).isLessThan(0.01f);
    }
  }

  @Test
  void paint_lightFromTheLeft_fallsToTheRight() {
    assertThat(weight(FROM_LEFT, 380, 480)).isGreaterThan(4 * weight(FROM_LEFT, 120, 220));
  }

  @Test
  void paint_mirroredLight_mirrorsTheShadow() {
    GroundShadow left = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, FROM_LEFT);
    GroundShadow right = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, FROM_LEFT.withSide(0.8));
    for (int x = 150; x < 300; x += 5) {
      int mirrored = 2 * 300 - 1 - x;
      assertThat(right.strength(mirrored, 310)).isCloseTo(left.strength(x, 310), within(0.05f));
    }
  }

  @Test
  void paint_lightBehind_fallsTowardsTheViewer() {
    LightEstimate front = FROM_LEFT.withSide(0).withBehind(0);
    LightEstimate behind = FROM_LEFT.withSide(0).withBehind(1);
    int row = PRODUCT.bottom() + 30;
    float inFront = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, behind).strength(300, row);
    assertThat(inFront).isGreaterThan(0.2f);
    assertThat(ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, front).strength(300, row))
        .isLessThan(inFront / 3);
  }

  @Test
  void paint_softerLight_blursTheFarEnd() {
    double crisp = steepest(FROM_LEFT.withShadows(0.8, 0));
    double soft = steepest(FROM_LEFT.withShadows(0.8, 1));
    assertThat(crisp).isGreaterThan(2 * soft);
  }

  @Test
  void paint_strongerLight_isDarker() {
    assertThat(weight(FROM_LEFT.withShadows(1, 0.5), 380, 480))
        .isGreaterThan(1.5 * weight(FROM_LEFT.withShadows(0, 0.5), 380, 480));
  }

  @Test
  void paint_productOnOneCorner_isDarkAtThatCornerOnly() {
    // A wedge whose lower edge rises by 15 degrees to the right, as a box turned counter-clockwise.
    Box box = new Box(200, 100, 200, 220);
    double slope = Math.tan(Math.toRadians(15));
    RasterImage layer =
        layer((x, y) -> contains(box, x, y) && y < box.bottom() - slope * (x - box.x()));
    LightEstimate overhead = LightEstimate.studio().withSide(0);
    GroundShadow shadow = ShadowPainter.paint(layer, box, 15, overhead);
    float corner = shadow.strength(box.x() + 6, box.bottom() + 1);
    assertThat(corner).isGreaterThan(0.4f);
    assertThat(shadow.strength(box.right() - 20, box.bottom() + 1)).isLessThan(corner / 2);
  }

  @Test
  void paint_slopingFootOfAnUprightProduct_isPerspectiveAndTouchesAllAlong() {
    Box box = new Box(200, 100, 200, 220);
    double slope = Math.tan(Math.toRadians(8));
    RasterImage layer =
        layer((x, y) -> contains(box, x, y) && y < box.bottom() - slope * (x - box.x()));
    GroundShadow shadow = ShadowPainter.paint(layer, box, 0, LightEstimate.studio().withSide(0));
    for (int x : new int[] {230, 300, 370}) {
      int foot = (int) (box.bottom() - slope * (x - box.x()));
      assertThat(shadow.strength(x, foot)).as("column %s", x).isGreaterThan(0.5f);
    }
  }

  @Test
  void paint_largerCanvas_givesTheSameShadowEnlarged() {
    GroundShadow small = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, FROM_LEFT);
    Box large = new Box(960, 560, 480, 720);
    Size canvas = new Size(2400, 1600);
    int[] argb = new int[(int) canvas.pixels()];
    for (int y = large.y(); y < large.bottom(); y++) {
      java.util.Arrays.fill(argb, y * 2400 + large.x(), y * 2400 + large.right(), 0xFF808080);
    }
    GroundShadow big = ShadowPainter.paint(RasterImage.adopt(canvas, argb), large, 0, FROM_LEFT);
    for (int x = 380; x < 480; x += 10) {
      assertThat(big.strength(4 * x + 2, 1240)).isCloseTo(small.strength(x, 310), within(0.08f));
    }
  }

  @Test
  void paint_nothingVisible_isNoShadow() {
    GroundShadow shadow = ShadowPainter.paint(layer((x, y) -> false), PRODUCT, 0, FROM_LEFT);
    int[] canvas = new int[(int) CANVAS.pixels()];
    java.util.Arrays.fill(canvas, 0xFFABCDEF);
    shadow.darken(canvas, CANVAS);
    assertThat(canvas).containsOnly(0xFFABCDEF);
  }

  @Test
  void paint_placePartlyOutsideTheLayer_isAnswered() {
    Box place = new Box(-60, 300, 120, 180);
    RasterImage layer = layer((x, y) -> contains(place, x, y));
    int[] canvas = new int[(int) CANVAS.pixels()];
    ShadowPainter.paint(layer, place, 0, FROM_LEFT).darken(canvas, CANVAS);
    Box beyond = new Box(-500, -500, 20, 20);
    assertThat(ShadowPainter.paint(layer, beyond, 0, FROM_LEFT).strength(0, 0)).isZero();
  }

  @Test
  void darken_colouredGround_multipliesItsLight() {
    GroundShadow shadow = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, FROM_LEFT.withWarmth(0));
    int[] canvas = new int[(int) CANVAS.pixels()];
    java.util.Arrays.fill(canvas, 0xFFC08040);
    shadow.darken(canvas, CANVAS);
    int x = 300;
    int y = PRODUCT.bottom() + 2;
    float lit = 1 - shadow.strength(x, y);
    int pixel = canvas[y * CANVAS.width() + x];
    assertThat(SrgbTransfer.toLinear(pixel >> 16 & 255))
        .isCloseTo(SrgbTransfer.toLinear(0xC0) * lit, within(0.01f));
    assertThat(SrgbTransfer.toLinear(pixel & 255))
        .isCloseTo(SrgbTransfer.toLinear(0x40) * lit, within(0.01f));
    assertThat(canvas[0]).isEqualTo(0xFFC08040);
  }

  @Test
  void darken_fourThreads_giveTheSamePixels() throws Exception {
    RasterImage layer = filled(PRODUCT);
    Callable<int[]> task =
        () -> {
          int[] canvas = new int[(int) CANVAS.pixels()];
          java.util.Arrays.fill(canvas, 0xFFD0C0B0);
          ShadowPainter.paint(layer, PRODUCT, 0, FROM_LEFT).darken(canvas, CANVAS);
          return canvas;
        };
    int[] expected = task.call();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<int[]> canvas : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(canvas.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static double weight(LightEstimate light, int from, int to) {
    GroundShadow shadow = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, light);
    double sum = 0;
    for (int y = 250; y < CANVAS.height(); y++) {
      for (int x = from; x < to; x++) {
        sum += shadow.strength(x, y);
      }
    }
    return sum;
  }

  private static double steepest(LightEstimate light) {
    GroundShadow shadow = ShadowPainter.paint(filled(PRODUCT), PRODUCT, 0, light);
    double steepest = 0;
    for (int y = 250; y < 330; y++) {
      for (int x = 395; x < 590; x++) {
        steepest = Math.max(steepest, shadow.strength(x, y) - shadow.strength(x + 1, y));
      }
    }
    return steepest;
  }

  private static RasterImage filled(Box box) {
    return layer((x, y) -> contains(box, x, y));
  }

  private static boolean contains(Box box, int x, int y) {
    return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
  }

  private static RasterImage layer(Covers covers) {
    int[] argb = new int[(int) CANVAS.pixels()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = covers.at(i % CANVAS.width(), i / CANVAS.width()) ? 0xFF808080 : 0;
    }
    return RasterImage.adopt(CANVAS, argb);
  }

  private static org.assertj.core.data.Offset<Float> within(float offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @FunctionalInterface
  private interface Covers {
    boolean at(int x, int y);
  }
}
