package org.brandimage.spi.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
  private static final Box BOX = new Box(10, 20, 30, 40);

  @Test
  void edges_areTheFirstPixelsOutside() {
    assertThat(BOX.right()).isEqualTo(40);
    assertThat(BOX.bottom()).isEqualTo(60);
    assertThat(BOX.size()).isEqualTo(new Size(30, 40));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,5"})
  void constructor_sideBelowOne_throwsAndNamesTheSize(int width, int height) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(0, 0, width, height))
        .withMessageContaining(width + "x" + height);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Size(width, height))
        .withMessageContaining(width + "x" + height);
  }

  @Test
  void constructor_edgeBeyondInt_throws() {
    assertThat(new Box(Integer.MAX_VALUE - 1, 0, 1, 1).right()).isEqualTo(Integer.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(Integer.MAX_VALUE, 0, 1, 1))
        .withMessageContaining("2147483647");
    assertThatIllegalArgumentException().isThrownBy(() -> new Box(0, 2, 1, Integer.MAX_VALUE - 1));
  }

  @Test
  void intersect_overlap_isTheSharedPart() {
    assertThat(BOX.intersect(new Box(0, 0, 11, 21))).contains(new Box(10, 20, 1, 1));
    assertThat(BOX.intersect(BOX)).contains(BOX);
  }

  @Test
  void intersect_touchingEdges_isEmpty() {
    assertThat(BOX.intersect(new Box(40, 20, 5, 5))).isEmpty();
    assertThat(BOX.intersect(new Box(0, 0, 10, 100))).isEmpty();
  }

  @Test
  void intersect_boxesAtTheEndsOfInt_isEmpty() {
    Box far = new Box(Integer.MIN_VALUE, Integer.MIN_VALUE, 5, 5);
    assertThat(BOX.intersect(far)).isEmpty();
    assertThat(far.intersect(new Box(Integer.MAX_VALUE - 5, 0, 5, 5))).isEmpty();
  }

  @Test
  void contains_onePixelOver_isFalse() {
    assertThat(BOX.contains(BOX)).isTrue();
    assertThat(BOX.contains(new Box(11, 21, 28, 38))).isTrue();
    assertThat(BOX.contains(BOX.translated(1, 0))).isFalse();
    assertThat(BOX.contains(BOX.translated(0, -1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 8, 18, 34, 44",
    "-5, 15, 25, 20, 30",
    "-14, 24, 34, 2, 12",
    "-15, 24, 35, 1, 10",
    "-100, 24, 39, 1, 1"
  })
  void grown_border_staysCentred(int border, int x, int y, int width, int height) {
    Box grown = BOX.grown(border);
    assertThat(grown).isEqualTo(new Box(x, y, width, height));
    assertThat(border > 0 || BOX.contains(grown)).isTrue();
  }

  @Test
  void pixels_largeSize_doesNotOverflow() {
    assertThat(new Size(100_000, 100_000).pixels()).isEqualTo(10_000_000_000L);
  }
}
