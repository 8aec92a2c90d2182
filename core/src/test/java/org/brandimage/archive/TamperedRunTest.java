package org.brandimage.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.brandimage.pipeline.SampleRun;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads and verifies folders whose {@code run.json} a stranger has written. */
@Tag("slow")
class TamperedRunTest {
  @TempDir private Path folder;

  private final RunArchive archive = RunArchive.create();

  @Test
  void read_everyTamperedRun_isATypedError() throws IOException {
    archive.write(SampleRun.result(), folder);
    Path json = folder.resolve("run.json");
    Map<String, String> variants = TamperedRuns.of(Files.readString(json));
    assertThat(variants).hasSizeGreaterThan(120);

    SoftAssertions softly = new SoftAssertions();
    for (Map.Entry<String, String> variant : variants.entrySet()) {
      Files.writeString(json, variant.getValue());
      softly
          .assertThat(catchThrowable(() -> archive.read(folder)))
          .as(variant.getKey())
          .satisfies(TamperedRunTest::isTyped);
      ArchiveReport report = archive.verify(folder);
      softly.assertThat(report.isWhole()).as(variant.getKey()).isFalse();
    }
    softly.assertAll();
  }

  /** A picture that is listed but not there is the picture's error. */
  private static void isTyped(Throwable error) {
    if (error instanceof UnreadableImageException picture) {
      assertThat(picture).hasMessageContaining("pin-1-1.png").hasMessageContaining("is not there");
    } else {
      assertThat(error).isInstanceOf(InvalidInputException.class).hasMessageContaining("run.json");
    }
  }

  @Test
  void read_tamperedValue_namesThePlaceOfTheValue() throws IOException {
    archive.write(SampleRun.result(), folder);
    Path json = folder.resolve("run.json");
    String text = Files.readString(json);
    Files.writeString(
        json, text.replaceFirst("(\"canvases\" : \\[ \\{\\s*\"width\" : )\\d+", "$1-1"));

    assertThat(catchThrowable(() -> archive.read(folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("run.json brief.canvases[0]")
        .hasMessageContaining("-1");
  }
}
