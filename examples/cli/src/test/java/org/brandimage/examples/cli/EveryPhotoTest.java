package org.brandimage.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.brandimage.examples.verify.PixelTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shared cut-out before every shared scene: whatever comes out is pixel-true. */
@Tag("long")
class EveryPhotoTest {
  private static final Path PHOTOS = Path.of("..", "..", "..", "shared", "photos");

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "berry-bowl",
        "can",
        "candle",
        "duck-toy",
        "red-cartoon",
        "robot-toy",
        "shiny-sneaker"
      })
  void run_cutoutBeforeEveryScene_givesPixelTruePictures(String cutout) throws IOException {
    assumeTrue(Files.isDirectory(PHOTOS), "../shared is absent: its photos are not tried");
    List<Path> scenes;
    try (Stream<Path> files = Files.list(PHOTOS.resolve("scenes"))) {
      scenes = files.filter(file -> file.toString().matches(".*\\.(png|jpg)")).sorted().toList();
    }
    assertThat(scenes).hasSizeGreaterThanOrEqualTo(5);
    for (Path scene : scenes) {
      String name = scene.getFileName().toString().replaceFirst("\\.\\w+$", "").replace('-', ' ');
      Path library = Files.createDirectories(temp.resolve("library of " + name));
      Files.copy(PHOTOS.resolve("cutouts/" + cutout + ".png"), library.resolve(cutout + ".png"));
      Files.copy(scene, library.resolve(scene.getFileName().toString()));
      Path out = temp.resolve("pictures of " + name);

      CommandOutcome outcome =
          CommandOutcome.of(
              "run",
              "a " + cutout.replace('-', ' ') + " before a " + name,
              "--library",
              library.toString(),
              "--canvas",
              "512x512",
              "--out",
              out.toString());

      assertThat(outcome.code()).as("%s: %s", name, outcome.err()).isZero();
      assertThat(PixelTruth.of(out)).as(name).hasSize(3).allMatch(PixelTruth.Finding::holds);
    }
  }
}
