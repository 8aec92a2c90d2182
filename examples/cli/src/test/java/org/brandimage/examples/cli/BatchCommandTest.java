package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.archive.RunArchive;
import org.brandimage.batch.BatchEntry;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.batch.BatchReport;
import org.brandimage.examples.verify.PixelTruth;
import org.brandimage.spi.brief.CanvasSize;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run --briefs} over the sample library. */
class BatchCommandTest {
  private static final String BRIEFS =
      """
      - prompt: a shoe on an urban street at sunset
        label: shoe
      - prompt: at sunset
        label: nothing-to-sell
      - prompt: a mug on a kitchen table
        canvases: [160x160]
        seed: 3
      """;

  @TempDir private Path temp;

  @Test
  @Tag("slow")
  void run_threeBriefsOfWhichOneFails_givesTheOthersAndExitCodeThree() throws IOException {
    CommandOutcome first = run(BRIEFS, "--canvas", "192x192", "--concurrent", "2");

    assertThat(first.code()).as(first.err()).isEqualTo(3);
    assertThat(first.out())
        .contains("3 briefs, 2 with pictures: 2 finished, 0 reused from earlier, 1 failed, 0 not")
        .contains("nothing-to-sell: failed, UnsupportedInputException: ")
        .contains("index.html");
    assertThat(first.err()).contains("3/3 ", "shoe: finished, 3 pictures");
    Path out = temp.resolve("out");
    assertThat(BatchReport.read(out).entries())
        .extracting(BatchEntry::status)
        .containsExactly(Status.FINISHED, Status.FAILED, Status.FINISHED);
    assertThat(PixelTruth.of(out.resolve("shoe"))).hasSize(3).allMatch(PixelTruth.Finding::holds);
    assertThat(RunArchive.create().read(out.resolve("brief-0003")).brief().canvases())
        .containsExactly(new CanvasSize(160, 160));
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("href=\"shoe/review.html\"", "src=\"shoe/192x192-1.png\"");

    CommandOutcome second = run(BRIEFS, "--canvas", "192x192");

    assertThat(second.code()).isEqualTo(3);
    assertThat(second.out()).contains("0 finished, 2 reused from earlier, 1 failed");
  }

  @Test
  @Tag("slow")
  void run_noBriefThatCanBeRun_isAFailure() throws IOException {
    CommandOutcome outcome = run("- prompt: at sunset\n");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("brief 1: failed, ");
  }

  @Test
  @Tag("slow")
  void run_estimateOfBriefs_sumsThoseThatCanBeRun() throws IOException {
    CommandOutcome outcome =
        run(BRIEFS, "--canvas", "192x192", "--provider", "bedrock", "--estimate");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("no estimate of brief 2: ").doesNotContain("brief 1", "3: ");
    assertThat(outcome.out()).containsPattern("outpaint +18 ").contains("in all");
  }

  @Test
  void run_fileWithProblems_namesAllAndRunsNothing() throws IOException {
    CommandOutcome outcome =
        run("- {prompt: a mug, canvases: [wide]}\n- {prompt: a shoe, pins: [products/none]}\n");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .containsExactly(
            "brandimage: briefs.yaml entry 1 canvases: wide - write it as WIDTHxHEIGHT, like"
                + " 1024x768",
            "brandimage: briefs.yaml entry 2 pins: products/none - give an id that brandimage"
                + " search prints, or a file's path");
    assertThat(temp.resolve("out").resolve("batch.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--concurrent, 0, concurrent: 0, from 1 to 1024",
    "--batch-budget, 5.00, batch-budget: 5.00, give --budget too",
    "--batch-budget, much, batch-budget: much, such as 2.00",
    "--budget, -1, budget: -1, such as 2.00",
  })
  void run_optionThatCannotBeUsed_isOneLineWithTheRemedy(
      String option, String value, String problem, String remedy) throws IOException {
    CommandOutcome outcome = run(BRIEFS, option, value);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().lines()).singleElement().asString().contains(problem, remedy);
  }

  @Test
  void run_promptAndBriefs_isRefused() throws IOException {
    CommandOutcome outcome = run(BRIEFS, "a mug");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("PROMPT", "--briefs");
  }

  @Test
  void run_neitherPromptNorBriefs_isRefused() {
    CommandOutcome outcome = CommandOutcome.of("run");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("PROMPT", "--briefs");
  }

  @Test
  void run_optionOfABatchWithoutBriefs_isRefused() {
    CommandOutcome outcome = CommandOutcome.of("run", "a mug", "--concurrent", "2");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--briefs");
  }

  private CommandOutcome run(String briefs, String... more) throws IOException {
    Path file = Files.writeString(temp.resolve("briefs.yaml"), briefs);
    List<String> arguments =
        new ArrayList<>(
            List.of("run", "--briefs", file.toString(), "--out", temp.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return CommandOutcome.of(arguments.toArray(String[]::new));
  }
}
