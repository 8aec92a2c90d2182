package org.brandimage.imaging.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.brandimage.imaging.Samples;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.raster.Blend;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductRestorerTest {
  private static final int SIDE = 128;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void restore_exact_isTheLayerOverThePictureAndLeavesTheRest(int seed) {
    RasterImage layer = layer(seed * 13);
    RasterImage provided = Samples.opaqueNoise(SIDE, SIDE, seed);
    RestoredImage restored =
        ProductRestorer.restore(provided, layer, mask(layer), RestoreMode.EXACT);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int front = layer.argb(x, y);
        int back = provided.argb(x, y);
        int expected = front >>> 24 == 0 ? back : Blend.over(front, back);
        assertThat(restored.image().argb(x, y)).isEqualTo(expected);
        if (front >>> 24 == 255) {
          assertThat(restored.image().argb(x, y)).isEqualTo(front);
        }
      }
    }
    assertThat(restored.report().before().maxDifference()).isGreaterThan(150);
    assertThat(restored.report().before().leak()).isGreaterThan(0.9);
    assertThat(restored.report().after().maxDifference()).isZero();
    assertThat(restored.report().after().meanDifference()).isZero();
    assertThat(restored.report().after().leak()).isZero();
    assertThat(restored.report().after().colourShift()).isZero();
  }

  @Test
  void restore_ownReference_changesNoPixel() {
    RasterImage layer = layer(20);
    int[] reference = Samples.opaqueNoise(SIDE, SIDE, 6).toArgb();
    for (int i = 0; i < reference.length; i++) {
      int front = layer.argb(i % SIDE, i / SIDE);
      reference[i] = front >>> 24 == 255 ? front : reference[i];
    }
    RasterImage provided = RasterImage.of(new Size(SIDE, SIDE), reference);
    Fidelity before =
        ProductRestorer.restore(provided, layer, mask(layer), RestoreMode.OFF).report().before();
    assertThat(before.maxDifference()).isZero();
    assertThat(before.leak()).isZero();
  }

  @Test
  void restore_off_isTheVeryPictureMeasured() {
    RasterImage layer = layer(0);
    RasterImage provided = Samples.opaqueNoise(SIDE, SIDE, 8);
    RestoredImage restored = ProductRestorer.restore(provided, layer, mask(layer), RestoreMode.OFF);
    assertThat(restored.image()).isSameAs(provided);
    assertThat(restored.report().after()).isEqualTo(restored.report().before());
    assertThat(restored.report().before().maxDifference()).isPositive();
  }

  @Test
  void restore_feathered_isExactInsideAndFadesToTheMasksEdge() {
    RasterImage layer = square(0xFF000000, 32, 96);
    RasterImage provided = RasterImage.filled(new Size(SIDE, SIDE), 0xFFFFFFFF);
    RasterImage image =
        ProductRestorer.restore(provided, layer, mask(layer), RestoreMode.FEATHERED).image();
    // Depths 1 to 4 of 5 by the smooth step 3t² - 2t³: 0.104, 0.352, 0.648, 0.896
    int[] levels = {228, 165, 90, 27, 0};
    for (int depth = 1; depth <= 5; depth++) {
      assertThat(image.argb(31 + depth, 60) & 255)
          .as("depth %s", depth)
          .isCloseTo(levels[depth - 1], Offset.offset(1));
    }
    assertThat(image.argb(31, 60)).isEqualTo(0xFFFFFFFF);
    assertThat(image.argb(60, 60)).isEqualTo(0xFF000000);
  }

  @Test
  void restore_productAtTheCanvasEdge_isNotErodedThere() {
    RasterImage layer = Samples.painted(SIDE, SIDE, (x, y) -> x < 40 && y < 40 ? 0xFF204060 : 0);
    RasterImage provided = RasterImage.filled(new Size(SIDE, SIDE), 0xFFFFFFFF);
    RasterImage feathered =
        ProductRestorer.restore(provided, layer, mask(layer), RestoreMode.FEATHERED).image();
    assertThat(feathered.argb(0, 0)).isEqualTo(0xFF204060);
    RestoredImage exact = ProductRestorer.restore(provided, layer, mask(layer), RestoreMode.EXACT);
    assertThat(exact.report().after().maxDifference()).isZero();
  }

  @Test
  void restore_wholeCanvasKept_isTheLayer() {
    RasterImage layer = Samples.opaqueNoise(40, 30, 1);
    RasterImage provided = Samples.opaqueNoise(40, 30, 2);
    Mask all = Mask.of(layer.size(), (x, y) -> true);
    RestoredImage restored = ProductRestorer.restore(provided, layer, all, RestoreMode.EXACT);
    assertThat(restored.image()).isEqualTo(layer);
    assertThat(restored.report().after()).isEqualTo(new Fidelity(0, 0, 0, 0, 0, 0));
    assertThat(ProductRestorer.restore(provided, layer, all, RestoreMode.FEATHERED).image())
        .isEqualTo(layer);
  }

  @Test
  void restore_nothingKept_measuresNothingButStillBlendsTheFaintLayer() {
    RasterImage layer = RasterImage.filled(new Size(4, 4), 0x40FF0000);
    RasterImage provided = RasterImage.filled(new Size(4, 4), 0xFF0000FF);
    Mask none = Mask.of(layer.size(), (x, y) -> false);
    RestoredImage restored = ProductRestorer.restore(provided, layer, none, RestoreMode.EXACT);
    assertThat(restored.image().argb(2, 2)).isEqualTo(0xFF4000BF);
    assertThat(restored.report().before()).isEqualTo(new Fidelity(0, 0, 0, 0, 0, 0));
    assertThat(ProductRestorer.restore(provided, layer, none, RestoreMode.OFF).image())
        .isSameAs(provided);
  }

  @Test
  void putBack_everyMode_givesWhatRestoreGives() {
    RasterImage layer = layer(17);
    RasterImage provided = Samples.opaqueNoise(SIDE, SIDE, 4);
    for (RestoreMode mode : RestoreMode.values()) {
      assertThat(ProductRestorer.putBack(provided, layer, mask(layer), mode))
          .isEqualTo(ProductRestorer.restore(provided, layer, mask(layer), mode).image());
    }
  }

  @Test
  void restore_otherSizes_areRefused() {
    RasterImage small = RasterImage.filled(new Size(4, 4), -1);
    RasterImage large = RasterImage.filled(new Size(5, 4), -1);
    Mask mask = Mask.of(small.size(), (x, y) -> true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProductRestorer.restore(large, small, mask, RestoreMode.EXACT))
        .withMessageContaining("5x4");
  }

  private static RasterImage square(int argb, int from, int to) {
    return Samples.painted(
        SIDE, SIDE, (x, y) -> x >= from && x < to && y >= from && y < to ? argb : 0);
  }

  private static RasterImage layer(double rotation) {
    Size box = new Size(60, 80).rotated(rotation);
    Placement placement =
        new Placement(0, 0, 60, 80, rotation, new Box(9, 11, box.width(), box.height()), 0);
    return Compositor.of(
            new CanvasSize(SIDE, SIDE),
            List.of(Samples.product("vase", Samples.ellipse(60, 80, 0x607010))))
        .productLayer(new Candidate("c", List.of(placement)))
        .raster();
  }

  private static Mask mask(RasterImage layer) {
    return Mask.of(layer.size(), (x, y) -> layer.argb(x, y) >>> 24 >= 128);
  }
}
