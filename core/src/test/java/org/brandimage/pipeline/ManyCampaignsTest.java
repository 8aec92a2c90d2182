package org.brandimage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The heap of a process that runs one paid campaign after another. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ManyCampaignsTest {
  private static final long A_PICTURE = 4L << 20;

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void run_fiveCampaigns_heapStaysFlat() throws IOException, InterruptedException {
    requireFlat(5);
  }

  @Test
  @Tag("long")
  void run_sixtyCampaigns_heapStaysFlat() throws IOException, InterruptedException {
    requireFlat(60);
  }

  private void requireFlat(int campaigns) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                ManyCampaigns.class.getName(),
                folder.toString(),
                Integer.toString(campaigns))
            .redirectErrorStream(true)
            .start();
    List<String> said;
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      said = reader.lines().toList();
    }
    assertThat(process.waitFor()).as("%s", said).isZero();
    List<Long> heap =
        said.stream()
            .filter(line -> line.startsWith("heap "))
            .map(line -> Long.parseLong(line.substring(5)))
            .toList();
    assertThat(heap).hasSize(campaigns);
    // A worker may still hold its last picture when the heap is measured, so that one figure may
    // be high; what leaks raises all that follow.
    long atFirst = Collections.max(heap.subList(0, 2));
    long atLast = Collections.min(heap.subList(campaigns - 3, campaigns));
    assertThat(atLast).as("%s", heap).isLessThan(atFirst + A_PICTURE);
    assertThat(said).contains("bought " + 9 * campaigns + " kept " + 9 * campaigns);
  }
}
