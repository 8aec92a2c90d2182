package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forges and damages the folder of a run, and asks the command whether it holds. */
@Tag("slow")
class VerifyCommandTest {
  @TempDir private static Path original;

  @TempDir private Path temp;

  private Path folder;

  @BeforeAll
  static void run() {
    CommandOutcome outcome =
        CommandOutcome.of(
            "run",
            "a shoe on an urban street at sunset",
            "--out",
            original.toString(),
            "--canvas",
            "256x256",
            "--finalists",
            "2");
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    folder = Files.createDirectory(temp.resolve("out"));
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void verify_folderAsItWasWritten_holds() {
    CommandOutcome outcome = CommandOutcome.of("verify", folder.toString());

    assertThat(outcome.code()).as(outcome.out()).isZero();
    assertThat(outcome.out())
        .contains("7 files compared with the digests in run.json")
        .contains("pixel-true")
        .doesNotContain("NOT VERIFIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "", "{\"format\":\"brandimage-run\",\"version\":3}"})
  void verify_forgedRunJson_isNotVerified(String json) throws IOException {
    Files.writeString(folder.resolve("run.json"), json);

    assertNotVerified("run.json");
  }

  @Test
  void verify_maskOfAnotherSize_isNotVerified() throws IOException {
    Path mask = folder.resolve("256x256-1.mask.png");
    BufferedImage larger = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(larger, "png", mask.toFile());
    assertNotVerified("256x256-1.mask.png");

    withoutDigests();
    assertNotVerified("256x256-1.mask.png");
  }

  @Test
  void verify_maskThatLeavesTheProductOut_isNotVerified() throws IOException {
    Path mask = folder.resolve("256x256-1.mask.png");
    BufferedImage black = new BufferedImage(256, 256, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(black, "png", mask.toFile());
    withoutDigests();

    assertNotVerified("its mask is not white where its product is opaque");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "256x256-1.png",
        "256x256-2.mask.png",
        "256x256-1.product.png",
        "review.html",
        "run.json"
      })
  void verify_fileMissingOrCut_isNotVerified(String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertNotVerified(name);

    Files.delete(file);
    CommandOutcome outcome = CommandOutcome.of("verify", folder.toString());
    assertThat(outcome.code()).isIn(1, 2);
    assertThat(outcome.out() + outcome.err()).contains(name).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"256x256-1.png", "256x256-2.mask.png", "256x256-1.product.png"})
  void verify_damagedPictureOfARunWithoutDigests_isNotVerified(String name) throws IOException {
    withoutDigests();
    assertThat(CommandOutcome.of("verify", folder.toString()).code()).isZero();
    byte[] bytes = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length * 2 / 3));

    assertNotVerified(name);
  }

  @Test
  void verify_picturesOfTwoRunsMixed_isNotVerified() throws IOException {
    for (String kind : List.of(".png", ".mask.png", ".product.png")) {
      Files.copy(
          folder.resolve("256x256-1" + kind),
          folder.resolve("256x256-2" + kind),
          StandardCopyOption.REPLACE_EXISTING);
    }
    assertNotVerified("256x256-2.png");
  }

  @Test
  void verify_finalistOfAnotherRun_isNotVerified() throws IOException {
    for (String kind : List.of(".png", ".mask.png", ".product.png")) {
      Files.copy(folder.resolve("256x256-1" + kind), folder.resolve("256x256-3" + kind));
    }
    assertNotVerified("256x256-3.png");
  }

  private void assertNotVerified(String reason) {
    CommandOutcome outcome = CommandOutcome.of("verify", folder.toString());
    assertThat(outcome.code()).as(outcome.out()).isEqualTo(1);
    assertThat(outcome.out()).contains("NOT VERIFIED").contains(reason);
    assertThat(outcome.err()).isEmpty();
  }

  /** Makes the run one of version 2, which kept no digests. */
  private void withoutDigests() throws IOException {
    Path json = folder.resolve("run.json");
    String text = Files.readString(json).replace("\"version\" : 3", "\"version\" : 2");
    Files.writeString(json, text.replaceFirst("(?s),\\s*\"files\" : \\[.*\\]", ""));
  }
}
