package org.brandimage.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.ShareGrid;
import org.junit.jupiter.api.Test;

class FootprintSearchTest {
  private static final Size PHOTO = new Size(800, 600);
  private static final Size GRID = new Size(80, 60);

  @Test
  void support_evenGround_isThatGround() {
    FootprintSearch search = FootprintSearch.on(ShareGrid.filled(GRID, 0.7f), PHOTO);
    assertThat(search.support(0.4, 0.6, 0.3)).isCloseTo(0.7, within(1e-6));
  }

  @Test
  void support_footprintHalfOutside_isHalf() {
    FootprintSearch search = FootprintSearch.on(ShareGrid.filled(GRID, 1), PHOTO);
    assertThat(search.support(0, 0.5, 0.3)).isCloseTo(0.5, within(1e-6));
    assertThat(search.support(0.5, 1, 0.3)).isCloseTo(0.5, within(0.02));
    assertThat(search.support(0.5, 3, 0.3)).isZero();
  }

  @Test
  void support_footprintSmallerThanACell_isTheCells() {
    FootprintSearch search = FootprintSearch.on(ShareGrid.filled(new Size(2, 2), 0.25f), PHOTO);
    assertThat(search.support(0.3, 0.3, 0.001)).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void best_evenGround_isInTheLowerMiddle() {
    FootprintSearch search = FootprintSearch.on(ShareGrid.filled(GRID, 1), PHOTO);
    FootprintSearch.Place best = search.best(0.2).orElseThrow();
    assertThat(best.x()).isCloseTo(0.5, within(0.02));
    assertThat(best.y()).isCloseTo(0.92, within(0.02));
    assertThat(best.support()).isCloseTo(1, within(1e-6));
  }

  @Test
  void best_groundAtTheUpperLeftOnly_isThere() {
    float[] values = new float[(int) GRID.pixels()];
    for (int row = 10; row < 25; row++) {
      for (int column = 5; column < 35; column++) {
        values[row * GRID.width() + column] = 1;
      }
    }
    FootprintSearch search = FootprintSearch.on(ShareGrid.of(GRID, values), PHOTO);
    FootprintSearch.Place best = search.best(0.2).orElseThrow();
    assertThat(best.support()).isGreaterThan(0.95);
    assertThat(best.x()).isBetween(5 / 80.0, 35 / 80.0);
    assertThat(best.y()).isBetween(10 / 60.0, 25 / 60.0);
  }

  @Test
  void best_noGround_isEmpty() {
    assertThat(FootprintSearch.on(ShareGrid.filled(GRID, 0), PHOTO).best(0.2)).isEmpty();
  }

  @Test
  void best_widthOfNothing_isRefused() {
    FootprintSearch search = FootprintSearch.on(ShareGrid.filled(GRID, 1), PHOTO);
    assertThatIllegalArgumentException().isThrownBy(() -> search.best(0));
  }
}
