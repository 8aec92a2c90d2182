package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.local.model.ModelStore.Holding;
import org.brandimage.local.model.ModelStore.State;
import org.brandimage.spi.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  @TempDir private Path folder;

  @Test
  void open_missingFolder_isNamed() {
    assertThatThrownBy(() -> ModelStore.open(folder.resolve("none")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("models")
        .hasMessageContaining("none");
  }

  @Test
  void file_missingModel_saysWhereToGetIt() {
    assertThatThrownBy(() -> ModelStore.open(folder).load(ModelCatalogue.NIMA_AESTHETIC))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nima/nima_mobilenet_aesthetic.onnx")
        .hasMessageContaining("idealo/image-quality-assessment");
  }

  @Test
  void load_networkWithOtherInputs_isRefused() throws IOException {
    TinyOnnx.graph()
        .floatInput("x", 1, 3)
        .node("Relu", "distribution", "x")
        .output("distribution", 1, 3)
        .write(folder.resolve("nima/nima_mobilenet_aesthetic.onnx"));

    assertThatThrownBy(() -> ModelStore.open(folder).load(ModelCatalogue.NIMA_AESTHETIC))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("takes [x] and should take [image]");
  }

  @Test
  void holdings_emptyFolder_areAllMissing() {
    assertThat(ModelStore.open(folder).holdings())
        .hasSameSizeAs(ModelCatalogue.all())
        .allMatch(holding -> holding.state() == State.MISSING);
  }

  @Test
  void holdings_otherFile_isToldFromTheKnownOne() throws IOException {
    Files.createDirectories(folder.resolve("heads"));
    Files.createDirectories(folder.resolve("dinov2"));
    Files.writeString(folder.resolve("heads/sa_0_4_vit_b_32_linear.json"), "{}");
    Files.writeString(folder.resolve("dinov2/model.onnx"), "?");
    ModelStore store = ModelStore.open(folder);

    assertThat(holding(store, ModelCatalogue.LAION_V1_B32).state()).isEqualTo(State.OTHER);
    assertThat(holding(store, ModelCatalogue.LAION_V1_B32).bytes()).isEqualTo(2);
    assertThat(holding(store, ModelCatalogue.DINO_V2).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void catalogue_everyEntry_hasItsOwnNameAndFileAndSaysWhence() {
    assertThat(ModelCatalogue.all()).extracting(ModelEntry::name).doesNotHaveDuplicates();
    assertThat(ModelCatalogue.all()).extracting(ModelEntry::file).doesNotHaveDuplicates();
    assertThat(ModelCatalogue.all())
        .allSatisfy(
            entry -> {
              assertThat(entry.licence()).isNotBlank();
              assertThat(entry.source()).isNotBlank();
              assertThat(entry.purpose()).isNotBlank();
            });
  }

  @Test
  void entry_fileOutsideOfTheStore_isRefused() {
    assertThatThrownBy(() -> ModelEntry.builder("x", "../secret.onnx"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ModelEntry.builder("x", "/etc/x.onnx"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void holdings_sharedModels_areTheKnownFilesAndLoad() {
    ModelStore store = SharedModels.real();

    assertThat(store.holdings())
        .filteredOn(holding -> holding.entry().sha256().isPresent())
        .hasSizeGreaterThanOrEqualTo(12)
        .allMatch(holding -> holding.state() == State.VERIFIED);
    for (Holding holding : store.holdings()) {
      if (holding.state() == State.VERIFIED && !holding.entry().inputs().isEmpty()) {
        store.load(holding.entry()).close();
      }
    }
  }

  private static Holding holding(ModelStore store, ModelEntry entry) {
    return store.holdings().stream()
        .filter(holding -> holding.entry().equals(entry))
        .findFirst()
        .orElseThrow();
  }
}
