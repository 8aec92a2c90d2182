package org.brandimage.imaging.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.brandimage.spi.image.Box;
import org.junit.jupiter.api.Test;

class NearestPixelsTest {
  @Test
  void squaredDistance_randomSets_isExactWithinTheReach() {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      BitSet set = new BitSet();
      for (int i = 0; i < 12; i++) {
        set.set(random.nextInt(60 * 50));
      }
      Box box = new Box(4, 6, 50, 40);
      int reach = round;
      NearestPixels nearest = NearestPixels.of(box, set, 60, true, reach);
      for (int i = 0; i < 50 * 40; i++) {
        int truth = bruteForce(set, i % 50, i / 50);
        boolean within = truth <= reach * reach;
        assertThat(nearest.squaredDistance(i)).isEqualTo(within ? truth : Integer.MAX_VALUE);
        assertThat(nearest.member(i)).isEqualTo(truth == 0);
        int at = nearest.at(i);
        assertThat(at >= 0).isEqualTo(within);
        if (within) {
          assertThat(set.get((at / 50 + 6) * 60 + at % 50 + 4)).isTrue();
          int dx = at % 50 - i % 50;
          int dy = at / 50 - i / 50;
          assertThat(dx * dx + dy * dy).isEqualTo(truth);
        }
      }
    }
  }

  @Test
  void at_emptySet_isMinusOne() {
    NearestPixels nearest = NearestPixels.of(new Box(0, 0, 3, 2), new BitSet(), 3, true, 9);
    assertThat(nearest.at(4)).isEqualTo(-1);
    assertThat(nearest.squaredDistance(4)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void at_clearBits_areTheSetWhenAskedFor() {
    BitSet set = new BitSet();
    set.set(0, 4);
    NearestPixels nearest = NearestPixels.of(new Box(0, 0, 5, 1), set, 5, false, 3);
    assertThat(nearest.at(1)).isEqualTo(4);
    assertThat(nearest.squaredDistance(1)).isEqualTo(9);
    assertThat(nearest.at(4)).isEqualTo(4);
  }

  private static int bruteForce(BitSet set, int x, int y) {
    int least = Integer.MAX_VALUE;
    for (int bit = set.nextSetBit(0); bit >= 0; bit = set.nextSetBit(bit + 1)) {
      int bx = bit % 60 - 4;
      int by = bit / 60 - 6;
      if (bx >= 0 && by >= 0 && bx < 50 && by < 40) {
        least = Math.min(least, (bx - x) * (bx - x) + (by - y) * (by - y));
      }
    }
    return least;
  }
}
