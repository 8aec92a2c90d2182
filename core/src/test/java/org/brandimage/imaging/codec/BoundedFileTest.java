package org.brandimage.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.archive.RunArchive;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are none, or have no end, at every place of core that reads what a user names. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BoundedFileTest {
  private static final Path ZEROS = Path.of("/dev/zero");
  @TempDir Path temp;

  @Test
  void read_regularFileAndLinkToOne_returnsItsBytes() throws Exception {
    Path file = Files.writeString(temp.resolve("kit.json"), "grün");
    Path link = Files.createSymbolicLink(temp.resolve("link.json"), file);

    assertThat(BoundedFile.readText(link, "kit", 5)).isEqualTo("grün");
    assertThat(BoundedFile.read(file, "kit", 5)).hasSize(5);
  }

  @Test
  void read_moreThanTheLimit_isRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("kit.json"), "123456");

    assertThatThrownBy(() -> BoundedFile.read(file, "kit", 5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("kit", "more than 5 bytes", "at most");
  }

  @Test
  void read_notUtf8OrNotThere_isRefused() throws IOException {
    Path file = Files.write(temp.resolve("kit.json"), new byte[] {(byte) 0xFC});

    assertThatThrownBy(() -> BoundedFile.readText(file, "kit", 5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("kit", "UTF-8");
    assertThatThrownBy(() -> BoundedFile.read(temp.resolve("none"), "kit", 5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("kit", "not there");
  }

  @Test
  void read_folderPipeOrDevice_isRefused() throws Exception {
    assertRefused(temp);
    assertRefused(pipe(temp.resolve("kit.json")));
    assumeTrue(Files.exists(ZEROS), "there is no /dev/zero on this system");
    assertRefused(Files.createSymbolicLink(temp.resolve("zeros.json"), ZEROS));
  }

  /** Whatever stands behind a stream once it is open, it ends at the limit. */
  @Test
  void stream_withoutEnd_endsAtTheLimit() {
    InputStream endless = new LimitedStream(new ByteArrayInputStream(new byte[1_000]), "kit", 100);

    assertThatThrownBy(endless::readAllBytes).hasMessageContaining("more than 100 bytes");
    assertThatThrownBy(() -> endless.skip(1)).hasMessageContaining("more than 100 bytes");
    assertThatThrownBy(endless::read).hasMessageContaining("more than 100 bytes");
  }

  @Test
  void runJson_pipeOrDevice_isRefused() throws Exception {
    Path run = pipe(temp.resolve("run.json"));
    assertThatThrownBy(() -> RunArchive.create().read(temp))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("run.json", "pipe", "regular file");

    Files.delete(run);
    assumeTrue(Files.exists(ZEROS), "there is no /dev/zero on this system");
    Files.createSymbolicLink(run, ZEROS);
    assertThatThrownBy(() -> RunArchive.create().read(temp))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("run.json", "device", "regular file");
  }

  @Test
  void picture_pipe_isRefused() throws Exception {
    Path mug = pipe(temp.resolve("mug.png"));

    assertThatThrownBy(() -> ImageDecoder.create().open(mug, "mug.png"))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContainingAll("mug.png", "regular file");
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(() -> BoundedFile.read(file, "kit", 5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("kit", "a folder, pipe or device", "regular file");
  }

  private static Path pipe(Path file) throws InterruptedException {
    try {
      assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
      return file;
    } catch (IOException e) {
      return abort("there is no mkfifo here, so no pipe can be made");
    }
  }
}
