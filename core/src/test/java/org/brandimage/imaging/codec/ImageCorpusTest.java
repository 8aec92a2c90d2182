package org.brandimage.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some 1,700 hostile and odd files of a public fuzzing corpus (dvyukov/go-fuzz-corpus), decoded in
 * a Java machine of 256 MB. Skipped where the corpus is not at hand.
 */
@Tag("slow")
class ImageCorpusTest {
  /** Processor time, which does not depend on what else the machine does. */
  private static final long SLOWEST_MS = 5500;

  @Test
  void decode_fuzzCorpusInASmallHeap_endsInPixelsOrTheTypedError(@TempDir Path folder)
      throws Exception {
    Path archive = corpus();
    assumeTrue(Files.isReadable(archive), "no corpus at " + archive.getFileName());
    run(folder, "tar", "xzf", archive.toString(), "-C", folder.toString());

    String report =
        run(
            folder,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            CorpusRun.class.getName(),
            folder.toString());

    Matcher summary =
        Pattern.compile(
                "files=(\\d+) decoded=(\\d+) refused=(\\d+) escaped=(\\d+) slowestMs=(\\d+)")
            .matcher(report);
    assertThat(summary.find()).as(report).isTrue();
    assertThat(Integer.parseInt(summary.group(1))).as("files").isGreaterThan(1500);
    assertThat(Integer.parseInt(summary.group(2))).as("decoded").isGreaterThan(150);
    assertThat(summary.group(4)).as("not the typed error: %s", report).isEqualTo("0");
    assertThat(Long.parseLong(summary.group(5))).as("slowest").isLessThan(SLOWEST_MS);
  }

  /** The corpus lies beside the project, so the project's root is looked for from here upwards. */
  private static Path corpus() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("spi/pom.xml"))) {
      folder = folder.getParent();
    }
    Path root = folder == null ? Path.of("") : folder;
    return root.resolve("../shared/corpora/go-fuzz/images.tar.gz").normalize();
  }

  private static String run(Path folder, String... command) throws Exception {
    File output = folder.resolve("output.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    try {
      boolean ended = process.waitFor(3, TimeUnit.MINUTES);
      String text = Files.readString(output.toPath(), StandardCharsets.UTF_8);
      assertThat(ended).as("ended in time: %s", text).isTrue();
      assertThat(process.exitValue()).as(text).isZero();
      return text;
    } finally {
      process.destroyForcibly();
    }
  }
}
