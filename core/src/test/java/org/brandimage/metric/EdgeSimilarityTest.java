package org.brandimage.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;

class EdgeSimilarityTest {
  private static RasterImage texture(int side) {
    return TestPictures.picture(TestPictures.texture(side, side), side);
  }

  /** By hand: a step of 30 between columns gives 4 x 30 on both sides of it; a ramp of 1, 8. */
  @Test
  void edges_stepAndRamp_areAsComputedByHand() {
    Plane step = Plane.of(new Size(4, 3), new float[] {0, 0, 30, 30, 0, 0, 30, 30, 0, 0, 30, 30});
    Plane ramp = Plane.of(new Size(3, 3), new float[] {0, 0, 0, 1, 1, 1, 2, 2, 2});
    Plane cliff = Plane.of(new Size(2, 2), new float[] {0, 255, 0, 255});

    assertThat(EdgeMsSsim.edges(step).toArray())
        .containsExactly(0, 120, 120, 0, 0, 120, 120, 0, 0, 120, 120, 0);
    assertThat(EdgeMsSsim.edges(ramp).toArray()).containsExactly(0, 0, 0, 8, 8, 8, 0, 0, 0);
    assertThat(EdgeMsSsim.edges(cliff).toArray()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void edges_blackBesideWhite_areClamped() {
    float[] values = new float[9];
    Arrays.fill(values, 6, 9, 255);

    assertThat(EdgeMsSsim.edges(Plane.of(new Size(3, 3), values)).at(1, 1)).isEqualTo(255);
  }

  @Test
  void of_sameEdgesInAnotherLight_isNearlyOne() {
    RasterImage picture = texture(200);
    int[] lighter = Arrays.stream(picture.toArgb()).map(EdgeSimilarityTest::lighter).toArray();
    RasterImage light = RasterImage.of(picture.size(), lighter);

    EdgeMsSsim same = EdgeMsSsim.of(picture, picture);
    assertThat(same.similarity()).isCloseTo(1, within(1e-6));
    assertThat(same.enlarged()).isFalse();
    assertThat(EdgeMsSsim.of(TestPictures.picture(halfRange(), 200), light).similarity())
        .isLessThan(0.99);
  }

  private static int lighter(int argb) {
    return 0xff000000 | Math.min(255, (argb & 255) + 10) * 0x010101;
  }

  private static int[] halfRange() {
    return Arrays.stream(TestPictures.texture(200, 200)).map(v -> v / 2).toArray();
  }

  @Test
  void of_sideUnder176_isEnlargedAndFlagged() {
    int[] grey = TestPictures.texture(100, 60);
    RasterImage small = TestPictures.picture(grey, 100);
    RasterImage other = TestPictures.picture(TestPictures.distorted(grey, 100, "shift3"), 100);

    assertThat(EdgeMsSsim.of(small, small).enlarged()).isTrue();
    assertThat(EdgeMsSsim.of(small, small).similarity()).isCloseTo(1, within(1e-6));
    assertThat(EdgeMsSsim.of(small, other).similarity()).isLessThan(0.9);
    assertThat(EdgeMsSsim.of(texture(175), texture(175)).enlarged()).isTrue();
    assertThat(EdgeMsSsim.of(texture(176), texture(176)).enlarged()).isFalse();
  }

  @Test
  void of_productInItsPlace_countsItsOwnPixelsOnly() {
    RasterImage product = round(texture(400));
    RasterImage scene = scene(product, 190);

    EdgeMsSsim there = EdgeMsSsim.of(product, scene, new Box(60, 50, 200, 200));
    EdgeMsSsim elsewhere = EdgeMsSsim.of(product, scene, new Box(70, 60, 200, 200));

    assertThat(there.enlarged()).isFalse();
    assertThat(there.similarity()).isGreaterThan(0.95);
    assertThat(elsewhere.similarity()).isLessThan(0.7);
    assertThatThrownBy(() -> EdgeMsSsim.of(product, scene, new Box(200, 0, 200, 200)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static RasterImage round(RasterImage picture) {
    int[] argb = picture.toArgb();
    int side = picture.width();
    for (int i = 0; i < argb.length; i++) {
      int row = i / side;
      boolean inside = Math.hypot(i % side - side / 2.0, row - side / 2.0) < side / 2.0;
      argb[i] = inside ? argb[i] : 0;
    }
    return RasterImage.of(picture.size(), argb);
  }

  /** The product at half its size, at 60, 50, on a ground of one grey. */
  private static RasterImage scene(RasterImage product, int ground) {
    Plane half = Luma.REC_601.plane(product).reduced(product.width() / 2);
    int[] argb = new int[320 * 320];
    Arrays.fill(argb, 0xff000000 | ground * 0x010101);
    for (int y = 0; y < half.height(); y++) {
      for (int x = 0; x < half.width(); x++) {
        if (product.argb(2 * x, 2 * y) >>> 24 != 0) {
          argb[(y + 50) * 320 + x + 60] = 0xff000000 | Math.round(half.at(x, y)) * 0x010101;
        }
      }
    }
    return RasterImage.of(new Size(320, 320), argb);
  }

  @Test
  void masked_differenceOutside_doesNotCount() {
    int[] grey = TestPictures.texture(256, 200);
    int[] other = grey.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = i % 256 < 128 ? other[i] : 255 - other[i];
    }
    RasterImage a = TestPictures.picture(grey, 256);
    RasterImage b = TestPictures.picture(other, 256);
    Mask left = Mask.of(a.size(), (x, y) -> x < 128);

    assertThat(EdgeMsSsim.masked(a, b, left).similarity()).isCloseTo(1, within(1e-6));
    assertThat(EdgeMsSsim.of(a, b).similarity()).isLessThan(1 - 1e-3);
  }
}
