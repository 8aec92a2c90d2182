package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.scene.SceneFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaLibraryTest {
  @TempDir Path folder;

  @Test
  void open_nestedFolders_namesAssetsByTheirPaths() throws Exception {
    picture("products/shoes/shiny-sneaker.png", true);
    picture("scenes/urban_street.jpg", false);
    picture("moods/sunset.png", false);

    MediaLibrary library = MediaLibrary.open(folder);

    assertThat(library.assets())
        .extracting(Asset::id)
        .containsExactly("moods/sunset", "products/shoes/shiny-sneaker", "scenes/urban_street");
    assertThat(library.assets())
        .extracting(Asset::kind)
        .containsExactly(EntityKind.THEME, EntityKind.PRODUCT, EntityKind.BACKGROUND);
    assertThat(library.assets())
        .extracting(Asset::description)
        .containsExactly("sunset", "shiny sneaker", "urban street");
    assertThat(library.skipped()).isEmpty();
  }

  @Test
  void open_noTellingFolder_looksForTransparentPixels() throws Exception {
    picture("mug.png", true);
    picture("table.png", false);

    MediaLibrary library = MediaLibrary.open(folder);

    assertThat(library.asset("mug")).map(Asset::kind).contains(EntityKind.PRODUCT);
    assertThat(library.asset("table")).map(Asset::kind).contains(EntityKind.BACKGROUND);
    assertThat(library.asset("spoon")).isEmpty();
  }

  @Test
  void open_sidecar_saysEverything() throws Exception {
    picture("scenes/mug.png", false);
    picture("scenes/detail/handle.png", false);
    write(
        "scenes/mug.json",
        "{\"kind\":\"product\",\"description\":\" a blue mug \",\"tags\":[\"cup\",\"camping\"],"
            + "\"heightCm\":9.5,\"attributes\":{\"season\":\"summer\",\"sku\":7},"
            + "\"photos\":[\"detail/handle.png\"],\"unknown\":[1]}");

    Asset mug = MediaLibrary.open(folder).assets().get(0);

    assertThat(MediaLibrary.open(folder).assets()).hasSize(1);
    assertThat(mug.kind()).isEqualTo(EntityKind.PRODUCT);
    assertThat(mug.description()).isEqualTo("a blue mug");
    assertThat(mug.tags()).containsExactly("camping", "cup");
    assertThat(mug.heightCm()).hasValue(9.5);
    assertThat(mug.attributes()).isEqualTo(Map.of("season", "summer", "sku", "7"));
    assertThat(mug.photos()).hasSize(2);
  }

  @Test
  void open_sidecarOfABackground_saysWhatItShows() throws Exception {
    picture("scenes/beach.png", 8, 6);
    write("scenes/beach.json", "{\"kind\":\"background\",\"horizon\":0.4,\"widthCm\":450}");

    SceneFacts facts = MediaLibrary.open(folder).assets().get(0).sceneFacts();

    assertThat(facts).isEqualTo(SceneFacts.builder().horizon(0.4).widthCm(450).build());
  }

  @Test
  void open_sidecarWithAWrongHorizon_namesFileAndField() throws Exception {
    picture("scenes/beach.png", 8, 6);
    write("scenes/beach.json", "{\"horizon\":\"far\"}");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> MediaLibrary.open(folder))
        .withMessageContainingAll("scenes/beach.json", "horizon", "far");
  }

  @Test
  void open_photosOfOtherSides_joinTheirAssetInOrder() throws Exception {
    picture("mug@10.png", 10, 4);
    picture("mug@2.png", 2, 4);
    picture("mug@side.png", 6, 4);
    picture("mug.png", 1, 4);

    MediaLibrary library = MediaLibrary.open(folder);

    assertThat(library.assets()).hasSize(1);
    assertThat(library.assets().get(0).photos())
        .extracting(photo -> photo.size().width())
        .containsExactly(1, 2, 10, 6);
    assertThat(library.files("mug"))
        .containsExactly("mug.png", "mug@2.png", "mug@10.png", "mug@side.png");
    assertThat(library.files("spoon")).isEmpty();
  }

  @Test
  void open_numberedFiles_areDescribedByTheirFolder() throws Exception {
    picture("products/duck_toy/00.jpg", false);

    assertThat(MediaLibrary.open(folder).assets().get(0).description()).isEqualTo("duck toy");
  }

  @Test
  void open_corruptPicture_isSkippedAndTheRestUsed() throws Exception {
    picture("mug.png", true);
    write("broken.png", "this is no picture");
    write("empty.jpg", "");
    write("notes.txt", "not looked at");

    MediaLibrary library = MediaLibrary.open(folder);

    assertThat(library.assets()).extracting(Asset::id).containsExactly("mug");
    assertThat(library.skipped()).containsOnlyKeys("broken.png", "empty.jpg");
    assertThat(library.skipped().get("broken.png")).contains("broken.png");
  }

  @Test
  void open_corruptFirstPhoto_keepsTheOthers() throws Exception {
    picture("products/mug@2.png", true);
    write("products/mug.png", "no picture");

    MediaLibrary library = MediaLibrary.open(folder);

    assertThat(library.assets().get(0).id()).isEqualTo("products/mug");
    assertThat(library.assets().get(0).photos()).hasSize(1);
  }

  @Test
  void open_picture_opensLazilyWithTheRightSize() throws Exception {
    picture("products/mug.png", 12, 7);

    Asset mug = MediaLibrary.open(folder).assets().get(0);

    assertThat(mug.photos().get(0).size()).isEqualTo(new Size(12, 7));
    assertThat(mug.photos().get(0).raster().size()).isEqualTo(new Size(12, 7));
    assertThat(mug.photos().get(0).original()).isPresent();
  }

  @Test
  void open_folderThatIsNone_isRefusedWithTheRemedy() throws Exception {
    write("file.txt", "x");

    assertRefused(folder.resolve("missing"), "exists");
    assertRefused(folder.resolve("file.txt"), "not a file");
    assertRefused(folder, "pictures");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"heightCm\":\"tall\"} | heightCm | centimetres",
        "{\"heightCm\":0} | heightCm | above 0",
        "{\"heightCm\":-3} | heightCm | above 0",
        "{\"kind\":\"gadget\"} | kind | background",
        "{\"kind\":3} | kind | background",
        "{\"tags\":\"cup\"} | tags | list",
        "{\"tags\":[3]} | tags | list",
        "{\"description\":[]} | description | text",
        "{\"attributes\":[]} | attributes | object",
        "{\"attributes\":{\"a\":{}}} | attributes.a | text",
        "{\"photos\":[\"none.png\"]} | photos | library",
        "[] | mug.json | object",
        "{\"kind\": | mug.json | object",
      })
  void open_wrongSidecar_isRefusedWithFileFieldAndRemedy(String json, String field, String remedy)
      throws Exception {
    picture("mug.png", true);
    write("mug.json", json);

    assertThatThrownBy(() -> MediaLibrary.open(folder))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
        .satisfies(
            error -> {
              assertThat(error.field()).contains("mug.json").contains(field);
              assertThat(error.remedy()).contains(remedy);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside.png", "/etc/hosts", "..\\\\outside.png", "\\u0000.png", "."})
  void open_sidecarThatReachesOutside_isRefused(String path) throws Exception {
    picture("library/mug.png", true);
    picture("outside.png", true);
    write("library/mug.json", "{\"photos\":[\"" + path + "\"]}");

    assertThatThrownBy(() -> MediaLibrary.open(folder.resolve("library")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("photos");
  }

  @Test
  void open_sameIdTwice_isRefusedWithBothFiles() throws Exception {
    picture("mug.png", true);
    picture("mug.jpg", false);

    assertThatThrownBy(() -> MediaLibrary.open(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("library", "mug.png", "mug.jpg", "mug@2");
  }

  @Test
  void open_linkOutOfTheFolder_isSkipped() throws Exception {
    picture("library/mug.png", true);
    picture("secret.png", true);
    picture("private/other.png", true);
    assumeThat(link("library/leak.png", "secret.png")).as("symbolic links work").isTrue();
    link("library/more", "private");
    link("library/same.png", "library/mug.png");

    MediaLibrary library = MediaLibrary.open(folder.resolve("library"));

    assertThat(library.assets()).extracting(Asset::id).containsExactly("mug", "same");
    assertThat(library.skipped()).containsOnlyKeys("leak.png", "more");
  }

  @Test
  void open_archive_isALibraryLikeAFolder() throws Exception {
    Path archive = folder.resolve("library.zip");
    URI uri = URI.create("jar:" + archive.toUri());
    try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
      LibraryFiles.picture(zip.getPath("/products/mug.png"), new Size(5, 4), true);
      Files.writeString(zip.getPath("/products/mug.json"), "{\"heightCm\": 9}");

      Asset mug = MediaLibrary.open(zip.getPath("/")).assets().get(0);

      assertThat(mug.id()).isEqualTo("products/mug");
      assertThat(mug.heightCm()).hasValue(9);
      assertThat(mug.photos().get(0).raster().size()).isEqualTo(new Size(5, 4));
    }
  }

  @Test
  void open_hiddenFiles_areNotLookedAt() throws Exception {
    picture("mug.png", true);
    write("._mug.png", "resource fork");
    picture(".trash/old.png", true);

    assertThat(MediaLibrary.open(folder).assets()).extracting(Asset::id).containsExactly("mug");
    assertThat(MediaLibrary.open(folder).skipped()).isEmpty();
  }

  @Test
  void fingerprint_changedWord_changes() throws Exception {
    picture("mug.png", true);
    String before = MediaLibrary.open(folder).fingerprint();
    String again = MediaLibrary.open(folder).fingerprint();
    write("mug.json", "{\"tags\":[\"cup\"]}");

    assertThat(again).isEqualTo(before);
    assertThat(MediaLibrary.open(folder).fingerprint()).isNotEqualTo(before);
  }

  private static void assertRefused(Path library, String remedy) {
    assertThatThrownBy(() -> MediaLibrary.open(library))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidInputException.class))
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo("library");
              assertThat(error.remedy()).contains(remedy);
            });
  }

  private boolean link(String from, String to) throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve(from), folder.resolve(to));
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }

  private void write(String name, String text) throws IOException {
    LibraryFiles.write(folder.resolve(name), text);
  }

  private void picture(String name, boolean transparent) throws IOException {
    LibraryFiles.picture(folder.resolve(name), new Size(8, 6), transparent);
  }

  private void picture(String name, int width, int height) throws IOException {
    LibraryFiles.picture(folder.resolve(name), new Size(width, height), true);
  }
}
