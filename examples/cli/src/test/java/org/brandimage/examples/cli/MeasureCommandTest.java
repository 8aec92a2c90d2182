package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCommandTest {
  @TempDir private Path temp;

  /** A pattern, whose right half is off by some levels. */
  private Path picture(String name, int width, int height, int off) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int level = (x * x + 3 * y * y) / 97 % 200 + (x >= width / 2 ? off : 0);
        image.setRGB(x, y, level * 0x010101);
      }
    }
    Path file = temp.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private Path leftHalf(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.createGraphics().fillRect(0, 0, width / 2, height);
    Path file = temp.resolve("mask.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void measure_json_hasTheKeysAndTheNumbers() throws IOException {
    String a = picture("a.png", 200, 180, 0).toString();
    String b = picture("b.png", 200, 180, 20).toString();

    CommandOutcome outcome = CommandOutcome.of("measure", a, b, "--json");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(outcome.out());
    assertThat(json.fieldNames())
        .toIterable()
        .contains("ms_ssim", "ssim", "edge_ms_ssim", "psnr", "ciede2000_mean");
    assertThat(json.get("psnr").asDouble())
        .isBetween(10 * Math.log10(65025 / 200.0) - 1e-9, 10 * Math.log10(65025 / 200.0) + 1e-9);
    assertThat(json.get("ms_ssim").asDouble()).isBetween(0.5, 0.9999);
    assertThat(json.get("ciede2000_mean").asDouble()).isBetween(1.0, 10.0);
  }

  @Test
  void measure_maskWhereNothingDiffers_findsThemEqual() throws IOException {
    String a = picture("a.png", 200, 180, 0).toString();
    String b = picture("b.png", 200, 180, 20).toString();

    CommandOutcome outcome =
        CommandOutcome.of("measure", a, b, "--json", "--mask", leftHalf(200, 180).toString());

    JsonNode json = new ObjectMapper().readTree(outcome.out());
    assertThat(json.get("psnr").isNull()).isTrue();
    assertThat(json.get("ciede2000_mean").asDouble()).isZero();
    assertThat(json.get("ssim").asDouble()).isBetween(0.99999, 1.00001);
  }

  @Test
  void measure_withoutJson_printsATable() throws IOException {
    String a = picture("a.png", 200, 180, 0).toString();

    CommandOutcome outcome = CommandOutcome.of("measure", a, a);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("ms_ssim").contains("1.000000").contains("Infinity");
  }

  @Test
  void measure_withModels_addsTheirSimilarity() throws IOException {
    Path models = Path.of("..", "..", "..", "shared", "models");
    assumeTrue(Files.isDirectory(models), "../shared is absent: its model is not tried");
    String a = picture("a.png", 200, 180, 0).toString();

    CommandOutcome outcome =
        CommandOutcome.of("measure", a, a, "--json", "--models", models.toString());

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(new ObjectMapper().readTree(outcome.out()).get("similarity").asDouble())
        .isBetween(0.9999, 1.0);
  }

  @Test
  void measure_badInput_isOneLineAndCodeTwo() throws IOException {
    String good = picture("a.png", 200, 180, 0).toString();
    String other = picture("b.png", 200, 190, 0).toString();
    String small = picture("s.png", 175, 400, 0).toString();
    Path broken = Files.writeString(temp.resolve("broken.png"), "no picture");
    Path black = temp.resolve("black.png");
    ImageIO.write(new BufferedImage(200, 180, 10), "png", black.toFile());

    assertBad("200x190", CommandOutcome.of("measure", good, other));
    assertBad("at least 176 pixels", CommandOutcome.of("measure", small, small));
    assertBad("broken.png", CommandOutcome.of("measure", good, broken.toString()));
    assertBad(
        "nowhere.png", CommandOutcome.of("measure", temp.resolve("nowhere.png").toString(), good));
    assertBad("--mask", CommandOutcome.of("measure", good, good, "--mask", other));
    assertBad("--mask", CommandOutcome.of("measure", good, good, "--mask", black.toString()));
    assertBad("B.png", CommandOutcome.of("measure", good));
  }

  private static void assertBad(String part, CommandOutcome outcome) {
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err().strip()).contains(part).doesNotContain("\n");
  }
}
