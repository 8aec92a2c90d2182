package org.brandimage.examples.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds memory to a bound that does not grow with the number of candidates or of briefs. */
@Tag("slow")
class ScaleTest {
  @Test
  void run_largeGridOfLargePictures_fitsTheHeap() throws Exception {
    // 24 canvases of 16 MB would need 400 MB beside their layers and masks if they were held.
    assertThat(inHeap("512m", "grid", "24", "2048"))
        .contains("candidates 24 ")
        .doesNotContain("OutOfMemoryError");
  }

  @Test
  void runAll_thirtyBriefsOfWhichThreeFail_givesAllTheOthers() throws Exception {
    assertThat(inHeap("256m", "briefs", "30", "3"))
        .contains("results 27 failures 3 ")
        .doesNotContain("OutOfMemoryError");
  }

  @Test
  @Tag("long")
  void runAll_twoHundredBriefsOfWhichThreeFail_givesAllTheOthers() throws Exception {
    assertThat(inHeap("512m", "briefs", "200", "3"))
        .contains("results 197 failures 3 ")
        .doesNotContain("OutOfMemoryError");
  }

  private static String inHeap(String heap, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ScaleProgram.class.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
