package org.brandimage.examples.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.brandimage.examples.scenes.picture.LibraryPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderLibraryTest {

  @Test
  void main_oneTinyBackground_writesPictureAndSidecarRepeatably(@TempDir Path folder)
      throws IOException, InterruptedException {
    render(folder.resolve("a"), "1");
    render(folder.resolve("b"), "2");
    Path a = folder.resolve("a/backgrounds/studio-sweep.png");
    Path b = folder.resolve("b/backgrounds/studio-sweep.png");

    assertThat(ImageIO.read(a.toFile()).getHeight()).isEqualTo(12);
    assertThat(a).hasSameBinaryContentAs(b);
    JsonNode sidecar =
        new ObjectMapper().readTree(folder.resolve("a/backgrounds/studio-sweep.json").toFile());
    assertThat(sidecar.get("kind").asText()).isEqualTo("background");
    assertThat(sidecar.get("tags").size()).isPositive();
  }

  @Test
  void pictures_all_haveDifferentNamesAndReadableSidecars() throws IOException {
    Set<String> names = new HashSet<>();
    for (LibraryPicture picture : RenderLibrary.pictures()) {
      assertThat(names.add(picture.name())).as(picture.name()).isTrue();
      JsonNode sidecar = new ObjectMapper().readTree(picture.sidecar());
      assertThat(sidecar.get("description").asText()).isNotBlank();
      boolean product = picture.kind() == LibraryPicture.Kind.PRODUCT;
      assertThat(sidecar.has("heightCm")).isEqualTo(product);
    }
    assertThat(names).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void main_unknownPicture_namesIt(@TempDir Path folder) {
    String[] args = {folder.toString(), "--only", "no-such-place"};

    assertThatThrownBy(() -> RenderLibrary.main(args))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-place");
    assertThat(Files.exists(folder.resolve("backgrounds"))).isFalse();
  }

  @Test
  void main_optionWithoutValue_isRefused() {
    String[] args = {"folder", "--size"};

    assertThatThrownBy(() -> RenderLibrary.main(args))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--size");
  }

  private static void render(Path folder, String threads) throws IOException, InterruptedException {
    RenderLibrary.main(
        new String[] {
          folder.toString(),
          "--only",
          "studio-sweep",
          "--size",
          "12",
          "--samples",
          "2",
          "--threads",
          threads,
          "--png"
        });
  }
}
