package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.archive.RunArchive;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command's options of placement do to the grid. */
@Tag("slow")
class PlacementCommandTest {
  private static final Size CANVAS = new Size(256, 256);

  @TempDir private Path temp;

  @Test
  void run_anchorsAndScales_multiplyTheGrid() throws IOException {
    RunResult plain = run("--grid", "1x1", "--rotations", "0");
    RunResult more =
        run("--grid", "1x1", "--rotations", "0", "--anchors", "3", "--scales", "1.0,0.7");

    assertThat(plain.candidates()).hasSize(1);
    assertThat(more.candidates()).hasSizeGreaterThan(3);
    assertThat(more.candidates().stream().map(this::width).distinct()).hasSize(2);
  }

  @Test
  void run_overflow_letsTheEdgesHideAPartOnlyWhenAsked() throws IOException {
    String[] large = {"--grid", "3x1", "--rotations", "0", "--scales", "2.5"};
    RunResult within = run(large);
    RunResult over =
        run("--grid", "3x1", "--rotations", "0", "--scales", "2.5", "--overflow", "0.3");

    assertThat(within.candidates()).allMatch(this::insideCanvas);
    assertThat(over.candidates()).anyMatch(record -> !insideCanvas(record));
  }

  @ParameterizedTest
  @CsvSource({"--anchors,0,anchors", "--overflow,1.5,overflow", "--scales,0,scale"})
  void run_valueOutOfRange_isOneLineThatNamesTheField(String option, String value, String field) {
    CommandOutcome outcome =
        CommandOutcome.of("run", "a mug", "--out", temp.resolve("bad").toString(), option, value);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().strip().lines()).hasSize(1);
    assertThat(outcome.err()).contains(field).contains(value);
  }

  private RunResult run(String... options) throws IOException {
    Path out = temp.resolve("out" + System.nanoTime());
    String[] all = new String[options.length + 6];
    String[] first = {
      "run", "a mug on a kitchen table", "--out", out.toString(), "--canvas", "256x256"
    };
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(options, 0, all, first.length, options.length);
    CommandOutcome outcome = CommandOutcome.of(all);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return RunArchive.create().read(out);
  }

  private int width(CandidateRecord record) {
    return record.placements().get(0).width();
  }

  private boolean insideCanvas(CandidateRecord record) {
    Box box = record.placements().get(0).box();
    return CANVAS.bounds().contains(box);
  }
}
