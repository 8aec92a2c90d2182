package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.archive.RunArchive;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.plan.Placement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first picture of briefs on real photos and with real models; skipped without ../shared. */
@Tag("slow")
class FirstPictureTest {
  private static final Path SHARED = Path.of("..", "..", "..", "shared");

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"a sneaker", "a white robot", "a can"})
  void run_photoAndNoPlace_givesThreePictures(String prompt) throws IOException {
    RunResult result = run(prompt, "--library", cutouts().toString());

    assertThat(result.finalists()).hasSize(3);
    assertThat(tilts(result)).first().isEqualTo(0.0);
  }

  /** The network alone put pictures first that stand on one corner. */
  @ParameterizedTest
  @ValueSource(strings = {"a shoe on an urban street at sunset", "a mug on a kitchen table"})
  void run_withModels_firstPictureStandsUpright(String prompt) throws IOException {
    Path models = SHARED.resolve("models");
    assumeTrue(Files.isDirectory(models), "../shared is absent: its models are not tried");

    RunResult result = run(prompt, "--models", models.toString());

    assertThat(tilts(result)).hasSize(3).first().isEqualTo(0.0);
    assertThat(result.finalists())
        .allMatch(finalist -> finalist.candidate().features().containsKey("rating"))
        .allMatch(finalist -> finalist.candidate().features().containsKey("uprightness"));
  }

  @Test
  void run_oneRowOfSections_standsAt92PercentOfTheCanvas() throws IOException {
    RunResult result = run("a shoe on an urban street at sunset", "--rotations", "0");

    assertThat(result.finalists())
        .flatExtracting(finalist -> finalist.candidate().placements())
        .allMatch(placement -> placement.box().bottom() == Math.round(0.92 * 512));
  }

  private Path cutouts() throws IOException {
    Path photos = SHARED.resolve("photos/cutouts");
    assumeTrue(Files.isDirectory(photos), "../shared is absent: its photos are not tried");
    Path library = Files.createDirectory(temp.resolve("library"));
    try (var files = Files.list(photos)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".png")).toList()) {
        Files.copy(file, library.resolve(file.getFileName().toString()));
      }
    }
    return library;
  }

  private RunResult run(String prompt, String... more) throws IOException {
    Path out = temp.resolve("out");
    List<String> arguments =
        new ArrayList<>(List.of("run", prompt, "--out", out.toString(), "--canvas", "512x512"));
    arguments.addAll(List.of(more));
    CommandOutcome outcome = CommandOutcome.of(arguments.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return RunArchive.create().read(out);
  }

  private static List<Double> tilts(RunResult result) {
    return result.finalists().stream()
        .map(finalist -> finalist.candidate().placements().get(0))
        .map(Placement::rotation)
        .toList();
  }
}
