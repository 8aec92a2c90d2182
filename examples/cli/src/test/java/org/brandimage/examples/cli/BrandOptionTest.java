package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Brand kits that are no files: refused by name at once, before a run begins. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrandOptionTest {
  private static final Path ZEROS = Path.of("/dev/zero");
  @TempDir Path temp;

  @Test
  void brand_pipe_isRefusedWithoutWaiting() throws Exception {
    Path kit = temp.resolve("kit.yaml");
    Process made;
    try {
      made = new ProcessBuilder("mkfifo", kit.toString()).start();
    } catch (IOException e) {
      made = abort("there is no mkfifo here, so no pipe can be made");
    }
    assertThat(made.waitFor()).isZero();

    assertRefused(kit);
  }

  @Test
  void brand_device_isRefused() throws Exception {
    assumeTrue(Files.exists(ZEROS), "there is no /dev/zero on this system");
    assertRefused(Files.createSymbolicLink(temp.resolve("kit.json"), ZEROS));
  }

  private void assertRefused(Path kit) {
    CommandOutcome outcome =
        CommandOutcome.of(
            "run", "a mug", "--brand", kit.toString(), "--out", temp.resolve("out").toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("brand " + kit)
        .contains("a folder, pipe or device")
        .contains("give a regular file");
  }
}
