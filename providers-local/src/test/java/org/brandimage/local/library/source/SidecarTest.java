package org.brandimage.local.library.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SidecarTest {
  private static final Path ZEROS = Path.of("/dev/zero");

  @TempDir private Path folder;

  @Test
  void read_largerThanAMebibyte_isRefused() throws IOException {
    Path large = folder.resolve("large.json");
    Files.writeString(large, "{\"description\":\"" + "x".repeat(1 << 20) + "\"}");

    assertThatThrownBy(() -> Sidecar.read(large, "large.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("large.json", "1048576 bytes");
  }

  @Test
  void read_device_isRefusedUnopened() throws IOException {
    assumeTrue(Files.exists(ZEROS), "there is no /dev/zero on this system");
    Path zeros = Files.createSymbolicLink(folder.resolve("zeros.json"), ZEROS);

    assertThatThrownBy(() -> Sidecar.read(zeros, "zeros.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("zeros.json", "regular file");
  }
}
