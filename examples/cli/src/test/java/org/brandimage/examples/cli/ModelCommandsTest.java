package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelCommandsTest {
  private static final Path SHARED = Path.of("..", "..", "..", "shared");

  @TempDir private Path temp;

  @Test
  void models_emptyFolder_listsWhatIsMissingAndWhence() {
    StringWriter out = new StringWriter();

    int code = run(new ModelsCommand(), out, "--models", temp.toString());

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("missing   nima-aesthetic")
        .contains("GitHub idealo/image-quality-assessment")
        .contains("0 of 25 there");
  }

  @Test
  void models_sharedFolder_areVerified() throws Exception {
    Path models = SHARED.resolve("models");
    assumeTrue(Files.isDirectory(models), "../shared is absent: its models are not listed");
    StringWriter out = new StringWriter();

    run(new ModelsCommand(), out, "--models", models.toString(), "--json");

    JsonNode list = new ObjectMapper().readTree(out.toString());
    assertThat(list).hasSize(25);
    assertThat(list.get(0).get("state").asText()).isEqualTo("verified");
    assertThat(list.findValuesAsText("state")).contains("missing").doesNotContain("other");
  }

  @Test
  void rank_sharedPhotos_areScoredBestFirst() throws Exception {
    Path models = SHARED.resolve("models");
    Path photos = SHARED.resolve("photos/products/can");
    assumeTrue(Files.isDirectory(models), "../shared is absent: its photos are not ranked");
    StringWriter out = new StringWriter();

    int code =
        run(
            new RankCommand(),
            out,
            photos.resolve("00.jpg").toString(),
            photos.resolve("01.jpg").toString(),
            "--models",
            models.toString(),
            "--json");

    JsonNode list = new ObjectMapper().readTree(out.toString());
    assertThat(code).isZero();
    assertThat(list).hasSize(2);
    assertThat(list.get(0).get("ranker").asText()).isEqualTo("nima-aesthetic");
    assertThat(list.get(0).get("score").asDouble())
        .isBetween(1.0, 10.0)
        .isGreaterThanOrEqualTo(list.get(1).get("score").asDouble());
  }

  @Test
  void rank_rankerNamed_isUsedOrItsFileIsAskedFor() throws Exception {
    Path picture = temp.resolve("grey.png");
    BufferedImage grey = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(grey, "png", picture.toFile());
    String image = picture.toString();
    String models = temp.toString();

    assertThat(error(image, "--ranker", "best")).contains("give nima, nima-technical,");
    assertThat(error(image, "--ranker", "nima")).contains("give --models DIR");
    assertThat(error(image, "--ranker", "hps", "--models", models)).contains("--text");
    assertThat(error(image, "--text", "a can")).contains("leave --text out");
    assertThat(error(image, "--ranker", "nima-technical", "--models", models))
        .contains("nima_mobilenet_technical.onnx");
    assertThat(error(image, "--ranker", "aesthetic", "--models", models)).contains("is not in");
    assertThat(error(image, "--ranker", "hps", "--text", "a can", "--models", models))
        .contains("is not in");
    assertThat(error(image, "--ranker", "image-reward", "--text", "a can", "--models", models))
        .contains("is not in");
    StringWriter out = new StringWriter();
    assertThat(run(new RankCommand(), out, image, "--ranker", "photographic")).isZero();
    assertThat(out.toString()).contains("(photographic)").contains("grey.png");
  }

  @Test
  void rank_missingPictureOrFolder_isOneLine() {
    assertThat(BrandImageCommand.execute("rank", temp.resolve("none.png").toString())).isEqualTo(1);
    assertThat(BrandImageCommand.execute("models", "--models", temp.resolve("none").toString()))
        .isEqualTo(BrandImageCommand.BAD_INPUT);
    assertThat(
            BrandImageCommand.execute("run", "a shoe", "--models", temp.resolve("none").toString()))
        .isEqualTo(BrandImageCommand.BAD_INPUT);
  }

  private static String error(String... args) {
    CommandLine command = new CommandLine(new RankCommand());
    StringWriter error = new StringWriter();
    command.setExecutionExceptionHandler(
        (exception, line, parsed) -> {
          assertThat(exception).isInstanceOf(InvalidInputException.class);
          error.append(exception.getMessage());
          return 1;
        });
    assertThat(command.execute(args)).isEqualTo(1);
    return error.toString();
  }

  private static int run(Object command, StringWriter out, String... args) {
    return new CommandLine(command).setOut(new PrintWriter(out, true)).execute(args);
  }
}
