package org.brandimage.benchmarks.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MsSsimBenchmarkTest {
  @Test
  void prepare_smallPictures_bothVersionsAgree() {
    MsSsimBenchmark benchmark = new MsSsimBenchmark();
    benchmark.side = 192;

    benchmark.prepare();

    assertThat(benchmark.library()).isBetween(0.5, 1.0);
    assertThat(benchmark.library()).isCloseTo(benchmark.textbook(), within(1e-5));
  }
}
