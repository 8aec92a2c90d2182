package org.brandimage.spi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.brandimage.spi.image.Mask.Action;
import org.junit.jupiter.api.Test;

class MaskTest {
  private static final Size SIZE = new Size(7, 5);

  @Test
  void of_rule_isAskedForEveryPixel() {
    Mask mask = Mask.of(SIZE, (x, y) -> x == 6 && y == 4);
    assertThat(mask.keptPixels()).isEqualTo(1);
    assertThat(mask.at(6, 4)).isEqualTo(Action.KEEP);
    assertThat(mask.at(0, 0)).isEqualTo(Action.GENERATE);
  }

  @Test
  void of_bits_areCopied() {
    BitSet bits = new BitSet();
    bits.set(3);
    Mask mask = Mask.of(SIZE, bits);
    bits.clear();
    mask.toBits().clear();
    assertThat(mask.keeps(3, 0)).isTrue();
  }

  @Test
  void of_bitBeyondTheLastPixel_throws() {
    BitSet bits = new BitSet();
    bits.set(34);
    assertThat(Mask.of(SIZE, bits).keeps(6, 4)).isTrue();
    bits.set(35);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mask.of(SIZE, bits))
        .withMessageContaining("7x5")
        .withMessageContaining("36");
  }

  @Test
  void keeps_outside_throws() {
    Mask mask = Mask.of(SIZE, (x, y) -> true);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> mask.keeps(7, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> mask.keeps(-1, 1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> mask.at(0, 5));
  }

  @Test
  void keptBounds_nothingAndEverything() {
    assertThat(Mask.of(SIZE, (x, y) -> false).keptBounds()).isEmpty();
    assertThat(Mask.of(SIZE, (x, y) -> true).keptBounds()).contains(SIZE.bounds());
  }

  @Test
  void keptBounds_everySinglePixel_isItsBox() {
    for (int py = 0; py < SIZE.height(); py++) {
      for (int px = 0; px < SIZE.width(); px++) {
        int cx = px;
        int cy = py;
        assertThat(Mask.of(SIZE, (x, y) -> x == cx && y == cy).keptBounds())
            .contains(new Box(px, py, 1, 1));
      }
    }
  }

  @Test
  void keptBounds_randomMasks_agreeWithALookAtEveryPixel() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      double density = random.nextDouble() * 0.2;
      Mask mask = Mask.of(SIZE, (x, y) -> random.nextDouble() < density);
      assertThat(mask.keptBounds()).isEqualTo(slowBounds(mask));
    }
  }

  @Test
  void inverted_twice_isEqual() {
    Mask mask = Mask.of(SIZE, (x, y) -> (x + y) % 2 == 0);
    assertThat(mask.inverted().keptPixels()).isEqualTo(35 - mask.keptPixels());
    assertThat(mask.inverted()).isNotEqualTo(mask);
    assertThat(mask.inverted().inverted()).isEqualTo(mask).hasSameHashCodeAs(mask);
    assertThat(mask.inverted().inverted().digest()).isEqualTo(mask.digest());
  }

  @Test
  void digest_sameBitsOfOtherSize_differs() {
    BitSet bits = new BitSet();
    bits.set(2);
    assertThat(Mask.of(new Size(5, 7), bits).digest()).isNotEqualTo(Mask.of(SIZE, bits).digest());
    assertThat(Mask.of(new Size(5, 7), bits)).isNotEqualTo(Mask.of(SIZE, bits));
  }

  private static Optional<Box> slowBounds(Mask mask) {
    Optional<Box> bounds = Optional.empty();
    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        if (mask.keeps(x, y)) {
          Box pixel = new Box(x, y, 1, 1);
          bounds = Optional.of(bounds.map(box -> union(box, pixel)).orElse(pixel));
        }
      }
    }
    return bounds;
  }

  private static Box union(Box a, Box b) {
    int x = Math.min(a.x(), b.x());
    int y = Math.min(a.y(), b.y());
    return new Box(x, y, Math.max(a.right(), b.right()) - x, Math.max(a.bottom(), b.bottom()) - y);
  }
}
