package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.brandimage.archive.RunArchive;
import org.brandimage.examples.scenes.SampleLibrary;
import org.brandimage.examples.verify.PixelTruth;
import org.brandimage.pipeline.result.RunResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class BrandImageCommandTest {
  private static final String SHOE = "a shoe on an urban street at sunset";
  private static final Path SHARED = Path.of("..", "..", "..", "shared", "photos");

  @TempDir private Path temp;

  @Test
  void run_sampleLibrary_writesThreePixelTrueFinalists() {
    Path out = temp.resolve("out");

    CommandOutcome outcome =
        CommandOutcome.of("run", SHOE, "--out", out.toString(), "--canvas", "512x512");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("9 candidates: 3 finalists").contains("sneaker");
    assertThat(out.resolve("run.json")).exists();
    assertThat(out.resolve("review.html")).exists();
    assertThat(PixelTruth.of(out)).hasSize(3).allMatch(PixelTruth.Finding::holds);
    assertThat(CommandOutcome.of("verify", out.toString()).code()).isZero();
  }

  @Test
  void verify_oneProductPixelChanged_fails() throws IOException {
    Path out = temp.resolve("out");
    CommandOutcome.of(
        "run", SHOE, "--out", out.toString(), "--canvas", "256x256", "--finalists", "1");
    Tamper.withOneProductPixel(out.resolve("256x256-1"));

    CommandOutcome outcome = CommandOutcome.of("verify", out.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("CHANGED");
  }

  @Test
  void run_twoCanvasesOfTheSharedPhotos_showBothProductsInEach() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "../shared is absent: its photos are not tried");
    Path library = Files.createDirectory(temp.resolve("library"));
    for (String folder : List.of("cutouts", "scenes")) {
      try (var files = Files.list(SHARED.resolve(folder))) {
        for (Path file : files.filter(path -> !path.toString().endsWith(".md")).toList()) {
          Files.copy(file, library.resolve(file.getFileName().toString()));
        }
      }
    }
    Path out = temp.resolve("out");

    CommandOutcome outcome =
        CommandOutcome.of(
            "run",
            "a can and a rubber duck on a wooden table",
            "--library",
            library.toString(),
            "--out",
            out.toString(),
            "--canvas",
            "512x512",
            "--canvas",
            "640x400");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunResult result = RunArchive.create().read(out);
    assertThat(result.finalists()).hasSize(6);
    assertThat(result.scenes().get(0).products())
        .extracting(choice -> choice.assetId())
        .containsExactly("can", "duck-toy");
    result
        .finalists()
        .forEach(
            finalist -> {
              var placements = finalist.candidate().placements();
              assertThat(placements).hasSize(2);
              assertThat(placements.get(0).box().intersect(placements.get(1).box())).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              |             |           | prompt
          a shoe          | --canvas    | 0x5       | canvas
          a shoe          | --canvas    | 100000x100000 | canvas
          a shoe          | --canvas    | large     | canvas
          a shoe          | --grid      | 0x3       | grid
          a shoe          | --rotations | 700       | rotations
          a shoe          | --finalists | 0         | finalists
          a shoe          | --seed      | -4        | seed
          a shoe          | --library   | no/such   | library
          at sunset       | --seed      | 1         | prompt
          """)
  void run_badInput_isOneLineAndExitCodeTwo(
      String prompt, String option, String value, String field) {
    CommandOutcome outcome =
        option == null
            ? CommandOutcome.of("run", prompt, "--out", temp.resolve("out").toString())
            : CommandOutcome.of(
                "run", prompt, "--out", temp.resolve("out").toString(), option, value);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    List<String> complaints =
        outcome.err().lines().filter(line -> line.startsWith("brandimage:")).toList();
    assertThat(complaints).singleElement().asString().contains(field);
    assertThat(outcome.err()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void run_outIsAFile_isRefusedBeforeAnyWork() throws IOException {
    Path file = Files.writeString(temp.resolve("taken"), "x");

    CommandOutcome outcome = CommandOutcome.of("run", SHOE, "--out", file.toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("out").doesNotContain("decompose");
  }

  @Test
  void run_emptyLibrary_isRefused() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));

    CommandOutcome outcome =
        CommandOutcome.of(
            "run", SHOE, "--library", empty.toString(), "--out", temp.resolve("o").toString());

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("library");
  }

  @Test
  void run_corruptImageInTheLibrary_isNamedAndTheRestUsed() throws IOException {
    Path library = Files.createDirectory(temp.resolve("library"));
    try (SampleLibrary samples = SampleLibrary.open()) {
      for (String name :
          List.of(
              "products/sneaker.png",
              "products/sneaker.json",
              "backgrounds/street-sunset.jpg",
              "backgrounds/street-sunset.json")) {
        Path file = samples.folder().resolve(name);
        Files.copy(file, library.resolve(file.getFileName().toString()));
      }
    }
    byte[] rubbish = new byte[2000];
    new Random(1).nextBytes(rubbish);
    Files.write(library.resolve("broken-street.png"), rubbish);
    Path out = temp.resolve("out");

    CommandOutcome outcome =
        CommandOutcome.of(
            "run",
            "a sneaker on an urban street at sunset",
            "--library",
            library.toString(),
            "--out",
            out.toString(),
            "--canvas",
            "256x256");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("broken-street");
  }
}
