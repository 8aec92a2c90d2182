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
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("run.json");
      ArchiveReport report = archive.verify(folder);
      softly.assertThat(report.isWhole()).as(variant.getKey()).isFalse();
    }
    softly.assertAll();
  }

  @Test
  void read_everyTamperedText_namesThePlaceOfTheValue() throws IOException {
    archive.write(SampleRun.result(), folder);
    Path json = folder.resolve("run.json");
    String text = Files.readString(json);
    Files.writeString(json, TamperedRuns.of(text).get("/brief/canvases/0/width = -1"));

    assertThat(catchThrowable(() -> archive.read(folder)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("run.json brief.canvases[0]")
        .hasMessageContaining("-1");
  }
}
