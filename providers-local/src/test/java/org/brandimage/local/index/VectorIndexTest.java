package org.brandimage.local.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every index, and the recall of those that may miss a row. */
@Tag("slow")
class VectorIndexTest {
  static Stream<Arguments> indexes() {
    return Stream.of(
        arguments("exact", (Function<VectorRows, VectorIndex>) FlatIndex::over),
        arguments("binary codes", (Function<VectorRows, VectorIndex>) BinaryQuantizedIndex::over),
        arguments(
            "hnsw", (Function<VectorRows, VectorIndex>) rows -> HnswVectorIndex.over(rows, 100)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indexes")
  void nearest_clusteredRows_findsThem(String name, Function<VectorRows, VectorIndex> maker) {
    VectorTable table = TestVectors.clustered(2_600, 64, 1);

    assertThat(recall(maker.apply(table), table, null)).isGreaterThanOrEqualTo(0.98);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indexes")
  void nearest_filterOfOnePercent_keepsTheRecall(
      String name, Function<VectorRows, VectorIndex> maker) {
    VectorTable table = TestVectors.clustered(2_600, 64, 2);

    assertThat(recall(maker.apply(table), table, every(100, table))).isGreaterThanOrEqualTo(0.98);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indexes")
  void nearest_filterOfAThird_keepsTheRecall(String name, Function<VectorRows, VectorIndex> maker) {
    VectorTable table = TestVectors.clustered(7_000, 32, 3);

    assertThat(recall(maker.apply(table), table, every(3, table))).isGreaterThanOrEqualTo(0.98);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indexes")
  void nearest_removedRow_isGoneAndANewOneIsThere(
      String name, Function<VectorRows, VectorIndex> maker) {
    VectorTable table = TestVectors.clustered(2_400, 16, 4);
    VectorIndex index = maker.apply(table);
    float[] vector = new float[16];
    table.read(17, vector);
    assertThat(first(index, vector).id()).isEqualTo("v17");

    assertThat(table.remove("v17")).isTrue();
    assertThat(table.remove("v17")).isFalse();
    assertThat(index.nearest(query(vector, 2_400))).extracting(Neighbour::id).doesNotContain("v17");

    int row = table.add("v17", vector);
    assertThat(first(index, vector)).isEqualTo(new Neighbour(row, "v17", table.dot(row, vector)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indexes")
  void nearest_floorAndLimit_areKept(String name, Function<VectorRows, VectorIndex> maker) {
    VectorTable table = TestVectors.clustered(2_500, 16, 5);
    VectorIndex index = maker.apply(table);
    float[] vector = new float[16];
    table.read(0, vector);

    List<Neighbour> found = index.nearest(NearestQuery.builder(vector, 7).floor(0.4).build());

    assertThat(found).hasSizeBetween(1, 7).allMatch(neighbour -> neighbour.cosine() >= 0.4);
    assertThat(found).isSortedAccordingTo(Neighbour.BEST_FIRST);
    assertThat(index.nearest(NearestQuery.builder(vector, 7).floor(1.5).build())).isEmpty();
    assertThat(index.nearest(NearestQuery.builder(vector, 7).within(new BitSet()).build()))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indexes")
  void nearest_emptyTable_findsNothing(String name, Function<VectorRows, VectorIndex> maker) {
    VectorIndex index = maker.apply(VectorTable.create(3));

    assertThat(index.nearest(query(new float[] {0, 1, 0}, 5))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("indexes")
  void nearest_otherDimension_isRefused(String name, Function<VectorRows, VectorIndex> maker) {
    VectorIndex index = maker.apply(VectorTable.create(3));

    assertThatThrownBy(() -> index.nearest(query(new float[] {0, 1}, 5)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("vector", "2 values", "give 3 values");
  }

  @Test
  void nearest_equalRows_areOrderedById() {
    for (Function<VectorRows, VectorIndex> maker :
        List.<Function<VectorRows, VectorIndex>>of(FlatIndex::over, BinaryQuantizedIndex::over)) {
      VectorTable table = TestVectors.clustered(6_000, 192, 6);
      float[] same = TestVectors.unit(192, new Random(7));
      for (int i = 499; i >= 0; i--) {
        table.add(String.format("same-%03d", i), same);
      }

      assertThat(maker.apply(table).nearest(query(same, 5)))
          .extracting(Neighbour::id)
          .containsExactly("same-000", "same-001", "same-002", "same-003", "same-004");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 130, 384})
  void nearest_anyDimension_findsARowByItself(int dimension) {
    VectorTable table = TestVectors.clustered(2_200, dimension, 8);
    BinaryQuantizedIndex index = BinaryQuantizedIndex.over(table);
    for (int row : new int[] {0, 63, 64, 2_199}) {
      float[] vector = new float[dimension];
      table.read(row, vector);
      assertThat(first(index, vector).cosine()).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void nearest_whileRowsAreAdded_seesWholeRowsOnly() throws Exception {
    VectorTable table = TestVectors.clustered(3_000, 32, 9);
    BinaryQuantizedIndex index = BinaryQuantizedIndex.over(table);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Callable<Boolean>> work =
          List.of(
              () -> {
                Random random = new Random(10);
                for (int i = 0; i < 20_000; i++) {
                  table.add("new" + i, TestVectors.unit(32, random));
                }
                return true;
              },
              () -> searches(index),
              () -> searches(index));
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(recall(index, table, null)).isGreaterThanOrEqualTo(0.95);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 0, 5})
  void add_vectorNotOfLengthOne_isRefused(float value) {
    VectorTable table = VectorTable.create(2);

    assertThatThrownBy(() -> table.add("a", new float[] {value, 0}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("length 1");
    assertThatThrownBy(() -> query(new float[] {value, 0}, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThat(table.size()).isZero();
  }

  @Test
  void add_sameIdTwice_isRefused() {
    VectorTable table = VectorTable.create(1);
    table.add("a", new float[] {1});

    assertThatThrownBy(() -> table.add("a", new float[] {1}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("another id");
  }

  private static boolean searches(VectorIndex index) {
    Random random = new Random(11);
    return IntStream.range(0, 200)
        .allMatch(i -> index.nearest(query(TestVectors.unit(32, random), 5)).size() == 5);
  }

  private static double recall(VectorIndex index, VectorTable table, BitSet within) {
    Random random = new Random(12);
    int found = 0;
    for (int i = 0; i < 40; i++) {
      float[] centre = new float[table.dimension()];
      table.read(random.nextInt(table.size()), centre);
      NearestQuery.Builder query = NearestQuery.builder(TestVectors.near(centre, random), 5);
      if (within != null) {
        query.within(within);
      }
      List<Neighbour> truth = FlatIndex.over(table).nearest(query.build());
      List<Neighbour> answer = index.nearest(query.build());
      assertThat(answer).hasSameSizeAs(truth);
      found += (int) answer.stream().filter(truth::contains).count();
    }
    return found / 200.0;
  }

  private static BitSet every(int step, VectorTable table) {
    BitSet rows = new BitSet();
    for (int row = 0; row < table.size(); row += step) {
      rows.set(row);
    }
    return rows;
  }

  private static NearestQuery query(float[] vector, int limit) {
    return NearestQuery.builder(vector, limit).build();
  }

  private static Neighbour first(VectorIndex index, float[] vector) {
    return index.nearest(query(vector, 1)).get(0);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
