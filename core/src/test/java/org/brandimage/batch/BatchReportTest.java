package org.brandimage.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.brandimage.batch.BatchEntry.Failure;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchReportTest {
  @TempDir private Path folder;

  private BatchResult written;

  @BeforeEach
  void write() {
    BatchEntry finished =
        BatchEntry.builder(1, "one", "a duck", folder.resolve("one"), Status.FINISHED)
            .counts(2, 1)
            .cost(new Cost(2, 80_000))
            .reused(new Cost(1, 40_000))
            .elapsed(Duration.ofMillis(1500))
            .picture("320x320-1.png")
            .build();
    BatchEntry failed =
        BatchEntry.builder(
                2, "<b>two</b>", "<script>alert(1)</script>", folder.resolve("two"), Status.FAILED)
            .failure(new Failure("StageException", "broke \"here\" & <there>"))
            .build();
    BatchEntry pending =
        BatchEntry.builder(3, "", "a boot", folder.resolve("brief-0003"), Status.NOT_STARTED)
            .build();
    written =
        new BatchResult(
            folder,
            Instant.parse("2026-12-01T06:00:00Z"),
            Duration.ofSeconds(9),
            List.of(finished, failed, pending));
    BatchReport.write(written);
  }

  @Test
  void read_whatWasWritten_isEqual() {
    BatchResult read = BatchReport.read(folder);

    assertThat(read).usingRecursiveComparison().isEqualTo(written);
    assertThat(read.cost()).isEqualTo(new Cost(2, 80_000));
    assertThat(read.withPictures()).isEqualTo(1);
  }

  @Test
  void write_twice_replacesBothFilesAndLeavesNoOther() throws IOException {
    BatchReport.write(written);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(BatchReport.BATCH_JSON, BatchReport.INDEX_HTML);
    }
  }

  @Test
  void write_page_escapesEveryTextAndLinksThePicture() throws IOException {
    assertThat(Files.readString(folder.resolve(BatchReport.INDEX_HTML)))
        .doesNotContain("<script>", "<b>two", "<there>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;two&lt;/b&gt;")
        .contains("<a href=\"one/320x320-1.png\">")
        .contains("loading=\"lazy\" width=\"160\"")
        .contains("not-started", "0.08 USD");
  }

  @Test
  void write_pageOfARunWithAReview_linksTheReview() throws IOException {
    Files.createDirectories(folder.resolve("one"));
    Files.writeString(folder.resolve("one").resolve("review.html"), "");

    BatchReport.write(written);

    assertThat(Files.readString(folder.resolve(BatchReport.INDEX_HTML)))
        .contains("<a href=\"one/review.html\">", "src=\"one/320x320-1.png\"");
  }

  @Test
  void read_folderWithoutOne_namesTheRemedy() {
    assertThatThrownBy(() -> BatchReport.read(folder.resolve("none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("name the folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "brandimage-batch | other | format",
        "\"version\" : 1 | \"version\" : 2 | version 2",
        "\"one\" | \"../one\" | entry 1 folder: ../one",
        "320x320-1.png | ../../x.png | entry 1 picture",
        "\"finished\" | \"done\" | use one of finished",
        "\"number\" : 1 | \"number\" : 0 | number must be at least 1",
        "\"units\" : 2 | \"units\" : -2 | batch.json",
        "\"PT9S\" | \"soon\" | batch.json",
        "\"prompt\" : \"a duck\" | \"prompt\" : null | prompt",
        "\"finalists\" : 2, | ' ' | finalists",
        "\"entries\" : [ | \"entries\" : [ null, | batch.json",
        "\"entries\" : [ | \"entries\" : { | batch.json",
        "brandimage | {{ | batch.json"
      })
  void read_changed_isATypedError(String text, String change, String named) throws IOException {
    Path file = folder.resolve(BatchReport.BATCH_JSON);
    String json = Files.readString(file);
    // The label of the first entry is the name of its folder.
    String changed =
        json.replace("\"folder\" : " + text, "\"folder\" : " + change).replace(text, change);
    assertThat(changed).isNotEqualTo(json);
    Files.writeString(file, changed);

    assertThatThrownBy(() -> BatchReport.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(named);
  }
}
