package org.brandimage.imaging.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.brandimage.spi.brief.Grid;
import org.junit.jupiter.api.Test;

class GridCellsTest {
  @Test
  void step_smallGrid_seesAllCellsInOrder() {
    GridCells cells = new GridCells(Grid.DEFAULT, 1, 2);
    assertThat(cells.size()).isEqualTo(18);
    assertThat(cells.step(18)).isEqualTo(1);
    assertThat(cells.step(17)).isGreaterThan(1);
  }

  @Test
  void step_aboveTheCap_visitsEveryAxisEvenly() {
    Grid grid =
        new Grid(10, 2, List.of(0.0, 5.0, -5.0, 10.0, -10.0, 15.0), List.of(0.8, 1.0), 1000);
    GridCells cells = new GridCells(grid, 1, 3);
    assertThat(cells.size()).isEqualTo(720);
    long[] indices = indices(cells, 120);
    assertThat(Arrays.stream(indices).distinct().count()).isEqualTo(120);
    int[] turns = new int[6];
    int[] multiples = new int[2];
    int[] columns = new int[10];
    int[] photos = new int[3];
    for (long index : indices) {
      GridCells.Cell cell = cells.cell(index);
      turns[cell.turn()]++;
      multiples[cell.multiple()]++;
      columns[cell.column(0)]++;
      photos[cell.photo()]++;
    }
    assertThat(Arrays.stream(multiples).boxed()).allMatch(count -> count >= 58 && count <= 62);
    assertThat(Arrays.stream(turns).boxed()).allMatch(count -> count >= 18 && count <= 22);
    assertThat(Arrays.stream(columns).boxed()).allMatch(count -> count >= 10 && count <= 14);
    assertThat(Arrays.stream(photos).boxed()).allMatch(count -> count >= 38 && count <= 42);
  }

  @Test
  void size_severalProducts_growsByTheAxesAndNotByPowers() {
    // 3 pairs of columns x 2 orders x 3 rotations
    assertThat(new GridCells(Grid.DEFAULT, 2, 1).size()).isEqualTo(18);
    // one way to fill three columns x 6 orders x 3 rotations
    assertThat(new GridCells(Grid.DEFAULT, 3, 1).size()).isEqualTo(18);
    // more products than columns: as many slots; from six on, each product leads once
    assertThat(new GridCells(Grid.DEFAULT, 9, 1).size()).isEqualTo(27);
  }

  @Test
  void order_everyRank_isAnotherPermutation() {
    GridCells cells = new GridCells(Grid.DEFAULT.withRotations(List.of(0.0)), 4, 1);
    List<String> orders =
        IntStream.range(0, 24).mapToObj(i -> Arrays.toString(cells.cell(i).order())).toList();
    assertThat(orders).doesNotHaveDuplicates().startsWith("[0, 1, 2, 3]").endsWith("[3, 2, 1, 0]");
  }

  @Test
  void rotations_thatAreEqual_countOnce() {
    Grid grid = Grid.DEFAULT.withRotations(List.of(0.0, -0.0, 15.0, 15.0));
    assertThat(new GridCells(grid, 1, 1).size()).isEqualTo(6);
  }

  @Test
  void step_hugeGrid_isFoundWithoutOverflow() {
    List<Double> many = IntStream.range(0, 1000).mapToObj(i -> i / 10.0 + 0.1).toList();
    List<Double> scales = IntStream.range(0, 1000).mapToObj(i -> i / 300.0 + 0.1).toList();
    GridCells cells = new GridCells(new Grid(100, 100, many, scales, 10), 5, 50);
    assertThat(cells.size()).isPositive();
    long[] indices = indices(cells, 10_000);
    assertThat(Arrays.stream(indices).distinct().count()).isEqualTo(10_000);
    assertThat(Arrays.stream(indices).max().orElse(0))
        .isLessThan(cells.size())
        .isGreaterThan(cells.size() / 10 * 9);
  }

  private static long[] indices(GridCells cells, int count) {
    long step = cells.step(count);
    long[] indices = new long[count];
    for (int i = 1; i < count; i++) {
      indices[i] = (indices[i - 1] + step) % cells.size();
    }
    return indices;
  }
}
