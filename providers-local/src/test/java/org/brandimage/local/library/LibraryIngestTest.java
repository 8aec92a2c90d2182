package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.scene.SceneFacts;
import org.junit.jupiter.api.Test;

class LibraryIngestTest extends IngestedLibrary {
  @Test
  void folder_picturesAndSidecars_areFoundAgainAsAssets() throws Exception {
    picture("products/mug.png");
    picture("products/mug@2.png");
    picture("scenes/beach.png");
    write(
        "products/mug.json",
        "{\"id\":\"SKU-1\",\"description\":\"a blue enamel mug\",\"tags\":[\"cup\"],"
            + "\"heightCm\":9.5,\"attributes\":{\"brand\":\"Acme\"}}");

    IngestReport report = ingest();

    assertThat(report.added()).isEqualTo(2);
    assertThat(report.skipped()).isEmpty();
    MediaLibrary opened = MediaLibrary.open(library);
    assertThat(opened.isIngested()).isTrue();
    assertThat(opened.assets()).extracting(Asset::id).containsExactly("SKU-1", "scenes/beach");
    Asset mug = opened.asset("SKU-1").orElseThrow();
    assertThat(mug.kind()).isEqualTo(EntityKind.PRODUCT);
    assertThat(mug.description()).isEqualTo("a blue enamel mug");
    assertThat(mug.tags()).containsExactly("cup");
    assertThat(mug.heightCm()).hasValue(9.5);
    assertThat(mug.attributes()).isEqualTo(Map.of("brand", "Acme"));
    assertThat(mug.photos()).hasSize(2);
    assertThat(mug.photos().get(0).raster().size()).isEqualTo(new Size(8, 6));
    assertThat(mug.photos().get(0).digest())
        .isEqualTo(MediaLibrary.open(source).asset("SKU-1").orElseThrow().photos().get(0).digest());
    assertThat(opened.asset("nothing")).isEmpty();
    assertThat(opened.files("SKU-1")).containsExactly("products/mug.png", "products/mug@2.png");
    assertThat(opened.files("nothing")).isEmpty();
  }

  @Test
  void folder_factsOfABackground_areKept() throws Exception {
    picture("scenes/beach.png");
    write("scenes/beach.json", "{\"ground\":[[[0,1],[1,1],[0.5,0.6]]],\"usable\":false}");

    ingest();

    SceneFacts facts = MediaLibrary.open(library).asset("scenes/beach").orElseThrow().sceneFacts();
    assertThat(facts.usable()).contains(false);
    assertThat(facts.ground()).hasSize(1);
    assertThat(facts)
        .isEqualTo(MediaLibrary.open(source).asset("scenes/beach").orElseThrow().sceneFacts());
  }

  @Test
  void folder_secondTime_embedsOnlyWhatChanged() throws Exception {
    for (int i = 0; i < 40; i++) {
      picture("products/thing-" + i + ".png");
    }
    ingest();
    text.embedded.set(0);

    IngestReport same = ingest();
    assertThat(same.unchanged()).isEqualTo(40);
    assertThat(text.embedded).hasValue(0);

    Files.delete(source.resolve("products/thing-3.png"));
    write("products/thing-4.json", "{\"description\":\"a violin\"}");
    picture("products/new.png");
    IngestReport changed = ingest();

    assertThat(changed.added()).isEqualTo(1);
    assertThat(changed.replaced()).isEqualTo(1);
    assertThat(changed.removed()).isEqualTo(1);
    assertThat(changed.unchanged()).isEqualTo(38);
    MediaLibrary opened = MediaLibrary.open(library);
    assertThat(opened.assets()).hasSize(40);
    assertThat(opened.asset("products/thing-3")).isEmpty();
    assertThat(first("violin", AssetFilter.NONE)).isEqualTo("products/thing-4");
  }

  @Test
  void retrieve_manyAssets_findsByWordsFilterAndPictures() throws Exception {
    for (int i = 0; i < 700; i++) {
      picture("products/thing-" + i + ".png", 8 + i % 3, 6);
      write(
          "products/thing-" + i + ".json",
          String.format(
              "{\"description\":\"a gadget number n%d\",\"tags\":[\"t%d\"],"
                  + "\"attributes\":{\"tenant\":\"%s\"}}",
              i, i % 10, i % 2 == 0 ? "a" : "b"));
    }
    picture("products/odd.png", 20, 30);
    LibraryIngest.builder(library, text)
        .content(text)
        .build()
        .folder(source, StageContext.standalone());

    assertThat(first("n333", AssetFilter.NONE)).isEqualTo("products/thing-333");
    assertThat(ids("n333", AssetFilter.attribute("tenant", "a")))
        .isNotEmpty()
        .doesNotContain("products/thing-333");
    assertThat(ids("n340", AssetFilter.tag("T0").and(AssetFilter.attribute("tenant", "a"))))
        .contains("products/thing-340")
        .allMatch(id -> id.endsWith("0"));
    assertThat(ids("gadget", AssetFilter.attribute("tenant", "c"))).isEmpty();
    assertThat(first("20x30", AssetFilter.NONE)).isEqualTo("products/odd");
  }

  @Test
  void folder_badFiles_areReportedAndTheEarlierStateStays() throws Exception {
    picture("products/mug.png");
    picture("products/cup.png");
    picture("products/twin.png");
    ingest();

    write("products/mug.png", "no picture any more");
    write("products/cup.json", "{\"heightCm\":\"tall\"}");
    picture("products/twin.jpg");
    write("products/bad.png", "never was one");
    picture("products/a.png");
    picture("products/b.png");
    write("products/a.json", "{\"id\":\"same\"}");
    write("products/b.json", "{\"id\":\"same\"}");
    IngestReport report = ingest();

    assertThat(report.skipped())
        .containsOnlyKeys(
            "products/mug.png",
            "products/cup.json",
            "products/twin",
            "products/bad.png",
            "products/b.json");
    assertThat(report.skipped().get("products/mug.png"))
        .isInstanceOf(UnreadableImageException.class);
    assertThat(report.skipped().get("products/cup.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("products/cup.json", "heightCm", "tall", "centimetres");
    assertThat(report.skipped().get("products/b.json")).hasMessageContainingAll("id", "same");
    assertThat(MediaLibrary.open(library).assets())
        .extracting(Asset::id)
        .containsExactly("products/cup", "products/mug", "products/twin", "same");
  }

  @Test
  void folder_pictureTheModelCannotRead_isSkippedAlone() throws Exception {
    picture("products/mug.png");
    picture("products/odd.png", 13, 6);

    IngestReport report =
        LibraryIngest.builder(library, text)
            .content(text)
            .build()
            .folder(source, StageContext.standalone());

    assertThat(report.skipped()).containsOnlyKeys("products/odd.png");
    assertThat(MediaLibrary.open(library).assets()).hasSize(1);
  }

  @Test
  void manifest_rows_areAssets() throws Exception {
    picture("a.png");
    picture("b.png");
    picture("sub/c.png");
    Files.writeString(temp.resolve("outside.png"), "x");
    write(
        "products.csv",
        "file,id,kind,description,tags,heightCm,brand\n"
            + "a.png;sub/c.png,SKU-1,product,\"a mug, \"\"blue\"\"\",cup;enamel,9.5,Acme\n"
            + "b.png,SKU-1,product,,,,\n"
            + "b.png,SKU-2,gadget,,,,\n"
            + "b.png,SKU-3,product,,,tall,\n"
            + "../outside.png,SKU-4,product,,,,\n"
            + "http://127.0.0.1/x.png,SKU-5,product,,,,\n"
            + "b.png,,background,a beach,,,\n");

    IngestReport report =
        LibraryIngest.builder(library, text)
            .build()
            .manifest(source.resolve("products.csv"), StageContext.standalone());

    assertThat(report.added()).isEqualTo(2);
    assertThat(report.skipped())
        .containsOnlyKeys(
            "products.csv row 3",
            "products.csv row 4",
            "products.csv row 5",
            "products.csv row 6",
            "products.csv row 7");
    assertThat(report.skipped().get("products.csv row 4"))
        .hasMessageContainingAll("kind", "gadget");
    Asset mug = MediaLibrary.open(library).asset("SKU-1").orElseThrow();
    assertThat(mug.description()).isEqualTo("a mug, \"blue\"");
    assertThat(mug.tags()).containsExactly("cup", "enamel");
    assertThat(mug.attributes()).isEqualTo(Map.of("brand", "Acme"));
    assertThat(mug.photos()).hasSize(2);
    assertThat(MediaLibrary.open(library).asset("b"))
        .map(Asset::kind)
        .contains(EntityKind.BACKGROUND);
  }

  @Test
  void assets_fromElsewhere_areCopied() throws Exception {
    ImageSource pixels = ImageSource.of(RasterImage.filled(new Size(5, 4), 0xFF336699));
    Asset lamp =
        Asset.builder("lamp/1", EntityKind.PRODUCT, List.of(pixels))
            .description("a desk lamp")
            .build();

    IngestReport report =
        LibraryIngest.builder(library, text)
            .build()
            .assets(List.of(lamp).iterator(), StageContext.standalone());
    IngestReport again =
        LibraryIngest.builder(library, text)
            .build()
            .assets(List.of(lamp).iterator(), StageContext.standalone());

    assertThat(report.added()).isEqualTo(1);
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(MediaLibrary.open(library).asset("lamp/1").orElseThrow().photos().get(0).raster())
        .isEqualTo(pixels.raster());
    assertThat(MediaLibrary.open(library).files("lamp/1"))
        .singleElement()
        .satisfies(file -> assertThat(library.resolve(file)).isRegularFile());
  }

  @Test
  void builder_unusableFolders_areRefused() throws Exception {
    picture("mug.png");
    LibraryIngest intoSource = LibraryIngest.builder(source, text).build();
    LibraryIngest fine = LibraryIngest.builder(library, text).build();
    StageContext context = StageContext.standalone();

    assertThatThrownBy(() -> intoSource.folder(source, context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("library", "empty or new");
    assertThatThrownBy(() -> fine.folder(source.resolve("mug.png"), context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a file");
    assertThatThrownBy(() -> fine.folder(source.resolve("none"), context))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> fine.manifest(source.resolve("none.csv"), context))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("manifest");
  }

  @Test
  void photo_changedSinceIngest_isRefused() throws Exception {
    picture("products/mug.png");
    ingest();
    Asset mug = MediaLibrary.open(library).asset("products/mug").orElseThrow();
    picture("products/mug.png", 9, 9);

    assertThatThrownBy(() -> mug.photos().get(0).raster())
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("ingest it again");
  }
}
