package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.archive.RunArchive;
import org.brandimage.pipeline.result.RunResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of a run about assets, backgrounds and threads, and the files it names. */
@Tag("slow")
class RunOptionsTest {
  @TempDir private Path temp;

  @Test
  void run_finalistsAndRejections_nameTheirFiles() {
    CommandOutcome outcome = run("out", "--overflow", "0.3", "--scales", "1,3", "--rotations", "0");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out().lines().filter(line -> line.startsWith("192x192 ")))
        .hasSize(3)
        .allMatch(line -> line.endsWith("products/sneaker.png on backgrounds/street-sunset.jpg"));
    assertThat(outcome.out().lines().filter(line -> line.matches(" +\\d+ x .*\\[.*")))
        .as(outcome.out())
        .isNotEmpty()
        .allMatch(line -> line.endsWith("[products/sneaker.png on backgrounds/street-sunset.jpg]"));
  }

  @Test
  void run_guidelineThatNothingAnswers_isNamedWithTheReason() throws IOException {
    String statement = "The picture feels like home.\\u2028warning: all is well\\u001b[2J";
    Path brand =
        Files.writeString(
            temp.resolve("brand.json"),
            "{\"name\": \"Acme\", \"guidelines\": [{\"id\": \"homely\", \"necessity\": \"FLEXIBLE\","
                + " \"statement\": \""
                + statement
                + "\"}]}");

    CommandOutcome outcome = run("out", "--brand", brand.toString());

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("unanswered checks of finalists:")
        .containsPattern("\n +3 x homely: \\S+")
        .doesNotContain("\u001b", "\u2028");
  }

  @ParameterizedTest
  @CsvSource({
    "products/mug, products/mug, 0",
    "products/mug.png, products/mug, 0",
    "backgrounds/kitchen-table.jpg, products/sneaker, 1"
  })
  void run_pinnedAsset_isShownInsteadOfASearch(String pin, String product, int background) {
    CommandOutcome outcome = run("out", "--pin", pin);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunResult result = RunArchive.create().read(temp.resolve("out"));
    assertThat(result.scenes().get(0).products().get(0).assetId()).isEqualTo(product);
    assertThat(result.scenes().get(0).setting().get(0).assetId())
        .isEqualTo(background == 1 ? "backgrounds/kitchen-table" : "backgrounds/street-sunset");
  }

  @Test
  void run_backgroundKept_givesOtherPicturesThanRegenerated() {
    run("out");
    CommandOutcome outcome = run("kept", "--background-use", "keep", "--threads", "1");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunResult regenerated = RunArchive.create().read(temp.resolve("out"));
    RunResult kept = RunArchive.create().read(temp.resolve("kept"));
    assertThat(kept.finalists().get(0).image().digest())
        .isNotEqualTo(regenerated.finalists().get(0).image().digest());
  }

  @Test
  void run_oneThread_givesTheSamePicturesAsMany() {
    run("out", "--threads", "8");
    run("one", "--threads", "1");

    RunResult many = RunArchive.create().read(temp.resolve("out"));
    RunResult one = RunArchive.create().read(temp.resolve("one"));
    assertThat(one.finalists().get(0).image().digest())
        .isEqualTo(many.finalists().get(0).image().digest());
  }

  @ParameterizedTest
  @CsvSource({
    "--pin, products/none, brandimage search",
    "--background-use, forget, 'regenerate, band or keep'",
    "--threads, 0, from 1 to 1024",
    "--threads, 1025, from 1 to 1024",
    "--ranker, mine, --plugins",
    "--stage, mine, --plugins"
  })
  void run_valueThatCannotBeUsed_isOneLineWithTheRemedy(
      String option, String value, String remedy) {
    CommandOutcome outcome = run("out", option, value);

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err().lines().filter(line -> line.startsWith("brandimage: ")))
        .singleElement()
        .asString()
        .contains(option.substring(2) + ": " + value)
        .contains(remedy);
  }

  private CommandOutcome run(String out, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", "a shoe on an urban street at sunset"));
    arguments.addAll(List.of("--canvas", "192x192", "--out", temp.resolve(out).toString()));
    arguments.addAll(List.of(more));
    return CommandOutcome.of(arguments.toArray(String[]::new));
  }
}
