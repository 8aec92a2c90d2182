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

    double library = benchmark.library(new CpuMillis());
    assertThat(library).isBetween(0.5, 1.0);
    assertThat(library).isCloseTo(benchmark.textbook(new CpuMillis()), within(1e-5));
    assertThat(library).isCloseTo(benchmark.openCvKept(new CpuMillis()), within(2e-5));
    assertThat(benchmark.libraryRejects(new CpuMillis())).isFalse();
  }
}
