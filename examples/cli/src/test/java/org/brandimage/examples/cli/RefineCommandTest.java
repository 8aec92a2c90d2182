package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.verify.PixelTruth;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of the loop, and the command that goes on from a run. */
@Tag("slow")
class RefineCommandTest {
  private static final String SHOE = "a shoe on an urban street at sunset";

  @TempDir private Path temp;

  @Test
  void refine_anotherPlace_keepsThePickedCellAndChangesTheBackground() {
    Path out = temp.resolve("out");
    assertThat(
            CommandOutcome.of("run", SHOE, "--out", out.toString(), "--canvas", "256x256").code())
        .isZero();
    RunResult before = RunArchive.create().read(out);

    CommandOutcome outcome =
        CommandOutcome.of(
            "refine", out.toString(), "--pick", "1", "--say", "put it on a kitchen table");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    Path refined = temp.resolve("out-refined");
    RunResult after = RunArchive.create().read(refined);
    RunHistory history = after.provenance().history();
    assertThat(history.previousRunId()).isEqualTo(before.runId());
    assertThat(history.refinement().notes(StageId.DECOMPOSE))
        .containsExactly("put it on a kitchen table");
    assertThat(after.finalists()).hasSize(1);
    assertThat(after.finalists().get(0).candidate().placements())
        .hasSameSizeAs(before.finalists().get(0).candidate().placements());
    assertThat(after.scenes().get(0).setting().get(0).assetId()).contains("kitchen");
    assertThat(before.scenes().get(0).setting().get(0).assetId()).contains("street");
    assertThat(PixelTruth.of(refined)).allMatch(PixelTruth.Finding::holds);
    assertThat(refined.resolve("review.html")).content().contains("put it on a kitchen table");
  }

  /**
   * The folder was written by a build of version 1 of run.json, which had other words for fates.
   */
  @Test
  void refine_folderOfVersionOne_isReadVerifiedAndGoneOnFrom() throws Exception {
    Path old = Path.of(RefineCommandTest.class.getResource("/run-version-1/run.json").toURI());
    Path out = Files.createDirectory(temp.resolve("old"));
    try (Stream<Path> files = Files.list(old.getParent())) {
      for (Path file : files.toList()) {
        Files.copy(file, out.resolve(file.getFileName().toString()));
      }
    }

    RunResult before = RunArchive.create().read(out);
    CommandOutcome verified = CommandOutcome.of("verify", out.toString());
    CommandOutcome refined =
        CommandOutcome.of("refine", out.toString(), "--pick", "1", "--say", "warmer light");

    assertThat(before.candidates())
        .filteredOn(candidate -> candidate.fate() == Fate.NOT_SELECTED)
        .hasSize(5);
    assertThat(verified.code()).as(verified.err()).isZero();
    assertThat(refined.code()).as(refined.err()).isZero();
    Path after = temp.resolve("old-refined");
    assertThat(RunArchive.create().read(after).provenance().history().previousRunId())
        .isEqualTo(before.runId());
    assertThat(after.resolve("run.json")).content().contains("\"version\" : 3");
  }

  @Test
  void refine_runWithAPin_keepsThePin() {
    Path out = temp.resolve("out");
    CommandOutcome run =
        CommandOutcome.of(
            "run",
            SHOE,
            "--out",
            out.toString(),
            "--canvas",
            "128x128",
            "--finalists",
            "1",
            "--pin",
            "products/sneaker.png");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out.resolve("pin-1-1.png")).exists();

    CommandOutcome refined =
        CommandOutcome.of("refine", out.toString(), "--pick", "1", "--say", "warmer light");

    assertThat(refined.code()).as(refined.err()).isZero();
    Path after = temp.resolve("out-refined");
    assertThat(RunArchive.create().read(after).brief().pinnedAssets())
        .isEqualTo(RunArchive.create().read(out).brief().pinnedAssets())
        .hasSize(1);
    assertThat(CommandOutcome.of("verify", after.toString()).code()).isZero();
  }

  @Test
  void run_brandOfAYamlFile_andTheBestThree_areHeldTo() throws IOException {
    Path kit = temp.resolve("kit.yaml");
    Files.writeString(
        kit,
        """
        name: Acme
        palette: ["#E4572E"]
        guidelines:
          - id: calm
            statement: The background is calm.
            necessity: flexible
        forbiddenElements: [people]
        """);
    Path out = temp.resolve("out");

    CommandOutcome outcome =
        CommandOutcome.of(
            "run",
            SHOE,
            "--out",
            out.toString(),
            "--canvas",
            "256x256",
            "--brand",
            kit.toString(),
            "--policy",
            "relaxing",
            "--rounds",
            "2",
            "--outpaint-best",
            "3");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("not outpainted");
    RunResult result = RunArchive.create().read(out);
    assertThat(result.brief().brandKit().name()).isEqualTo("Acme");
    assertThat(result.brief().brandKit().guidelines())
        .containsExactly(Guideline.flexible("calm", "The background is calm."));
    assertThat(result.candidates())
        .filteredOn(candidate -> candidate.fate() == Fate.NOT_SELECTED)
        .isNotEmpty();
    assertThat(result.scenes().get(0).caption().negativeText()).contains("people");
  }

  @ParameterizedTest
  @CsvSource({
    "--policy, kind, policy",
    "--policy, weighted:2, policy",
    "--policy, strict:1, policy",
    "--rounds, 0, rounds",
    "--outpaint-best, 0, outpaintBest",
    "--brand, no/such.yaml, brand"
  })
  void run_badLoopOption_isOneLineAndExitCodeTwo(String option, String value, String field) {
    CommandOutcome outcome =
        CommandOutcome.of("run", SHOE, "--out", temp.resolve("out").toString(), option, value);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    List<String> complaints =
        outcome.err().lines().filter(line -> line.startsWith("brandimage:")).toList();
    assertThat(complaints).singleElement().asString().contains(field);
  }

  @Test
  void refine_nothingSaidOrNoRun_isRefused() {
    Path out = temp.resolve("out");

    assertThat(CommandOutcome.of("refine", out.toString(), "--say", "x").code()).isEqualTo(2);
    CommandOutcome.of(
        "run", SHOE, "--out", out.toString(), "--canvas", "128x128", "--finalists", "1");
    CommandOutcome silent = CommandOutcome.of("refine", out.toString());
    CommandOutcome unknown = CommandOutcome.of("refine", out.toString(), "--pick", "scene-9");

    assertThat(silent.code()).isEqualTo(2);
    assertThat(silent.err()).contains("feedback");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("scene-9");
  }
}
