package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.Asset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pipes and devices among the files of a library: named, not opened, and alone left out. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpecialFilesTest extends IngestedLibrary {
  private static final Path ZEROS = Path.of("/dev/zero");

  @Test
  void folder_sidecarIsAPipe_isNamedAndTheRestIsUsed() throws Exception {
    picture("products/mug.png");
    picture("products/cup.png");
    pipe("products/mug.json");

    MediaLibrary plain = MediaLibrary.open(source);
    IngestReport report = ingest();

    assertThat(plain.assets())
        .extracting(Asset::id)
        .containsExactly("products/cup", "products/mug");
    assertThat(plain.skipped()).containsOnlyKeys("products/mug.json");
    assertThat(report.added()).isEqualTo(2);
    assertThat(report.skipped()).containsOnlyKeys("products/mug.json");
    assertThat(report.skipped().get("products/mug.json"))
        .hasMessageContainingAll("products/mug.json", "pipe or device", "regular file");
  }

  @Test
  void folder_pictureIsAPipe_isNamedAndTheRestIsUsed() throws Exception {
    picture("products/cup.png");
    pipe("products/mug.png");

    IngestReport report = ingest();

    assertThat(MediaLibrary.open(source).skipped()).containsOnlyKeys("products/mug.png");
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.skipped().get("products/mug.png"))
        .hasMessageContainingAll("products/mug.png", "pipe or device", "regular file");
  }

  @Test
  void folder_sidecarLeadsToADevice_isNamedAndTheRestIsUsed() throws Exception {
    picture("products/mug.png");
    zeros("products/mug.json");

    IngestReport report = ingest();

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.skipped()).containsOnlyKeys("products/mug.json");
  }

  @Test
  void table_pipeOrDevice_isRefused() throws Exception {
    assertTableRefused(pipe("pipe.csv"));
    assertTableRefused(zeros("zeros.csv"));
  }

  @Test
  void table_namesAPipe_isThatRowsProblem() throws Exception {
    picture("cup.png");
    pipe("mug.png");
    write("table.csv", "file\nmug.png\ncup.png\n");

    IngestReport report =
        LibraryIngest.builder(library, text)
            .build()
            .manifest(source.resolve("table.csv"), StageContext.standalone());

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.skipped().get("table.csv row 2")).hasMessageContainingAll("file", "mug.png");
  }

  private void assertTableRefused(Path table) {
    assertThatThrownBy(
            () ->
                LibraryIngest.builder(library, text)
                    .build()
                    .manifest(table, StageContext.standalone()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("manifest", "CSV file");
  }

  private Path zeros(String name) throws IOException {
    assumeTrue(Files.exists(ZEROS), "there is no /dev/zero on this system");
    return Files.createSymbolicLink(source.resolve(name), ZEROS);
  }

  private Path pipe(String name) throws IOException, InterruptedException {
    Path file = source.resolve(name);
    Files.createDirectories(file.getParent());
    Process made;
    try {
      made = new ProcessBuilder("mkfifo", file.toString()).start();
    } catch (IOException e) {
      return abort("there is no mkfifo here, so no pipe can be made");
    }
    assertThat(made.waitFor()).isZero();
    return file;
  }
}
