package org.brandimage.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.scene.SceneFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives runs whose brief pins assets. */
@Tag("slow")
class ArchivedPinsTest {
  private static final SceneFacts FACTS =
      SceneFacts.builder().horizon(0.4).light("back").usable(true).build();

  private static final RunResult RUN = ArchivedRuns.older();

  @TempDir private Path temp;

  private final RunArchive archive = RunArchive.create();
  private Path file;
  private Asset mug;
  private Path folder;

  @BeforeEach
  void pin() throws IOException {
    folder = temp.resolve("out");
    file = temp.resolve("mug.png");
    Files.write(file, PngWriter.create().encode(raster(0xFF336699)).bytes());
    mug =
        Asset.builder(
                "products/mug",
                EntityKind.PRODUCT,
                List.of(
                    ImageDecoder.create().open(file, "mug.png"),
                    ImageSource.of(raster(0xFF000000))))
            .description("a blue mug")
            .tags(Set.of("kitchen", "blue"))
            .attributes(Map.of("season", "winter"))
            .heightCm(9.5)
            .sceneFacts(FACTS)
            .build();
  }

  @Test
  void read_runWithPins_hasThemWithThePhotosOfTheLibrary() {
    archive.write(pinned(mug), folder);

    Asset read = archive.read(folder).brief().pinnedAssets().get(0);

    assertThat(read.id()).isEqualTo("products/mug");
    assertThat(read.kind()).isEqualTo(EntityKind.PRODUCT);
    assertThat(read.description()).isEqualTo("a blue mug");
    assertThat(read.tags()).containsExactlyInAnyOrder("kitchen", "blue");
    assertThat(read.attributes()).containsExactly(Map.entry("season", "winter"));
    assertThat(read.heightCm()).hasValue(9.5);
    assertThat(read.sceneFacts()).isEqualTo(FACTS);
    assertThat(read.photos()).hasSize(2);
    assertThat(read.photos().get(0).digest()).isEqualTo(mug.photos().get(0).digest());
    assertThat(read.photos().get(1).raster()).isEqualTo(raster(0xFF000000));
    assertThat(archive.verify(folder)).isEqualTo(new ArchiveReport(11, List.of()));
  }

  @Test
  void verify_photoOfAPinExchanged_isNotWhole() throws IOException {
    archive.write(pinned(mug), folder);
    Files.copy(folder.resolve("pin-1-2.png"), folder.resolve("pin-2-1.png"));
    Files.write(
        folder.resolve("pin-1-1.png"), PngWriter.create().encode(raster(0xFFFF0000)).bytes());

    assertThat(archive.verify(folder).problems())
        .extracting(ArchiveReport.Problem::toString)
        .containsExactly(
            "pin-1-1.png has other bytes than the run wrote",
            "pin-2-1.png is not of this run: remove it");
  }

  @Test
  void write_photoMovedSinceTheRunBegan_keepsTheFinalists() throws IOException {
    Asset lost = Asset.builder("lost", EntityKind.PRODUCT, List.of(mug.photos().get(0))).build();
    RunResult run = pinned(mug, lost);
    Files.delete(file);

    archive.write(run, folder);

    RunResult read = archive.read(folder);
    assertThat(read.finalists()).hasSize(3);
    assertThat(read.brief().pinnedAssets()).containsExactly(mug);
    assertThat(read.brief().pinnedAssets().get(0).photos()).hasSize(1);
    assertThat(archive.verify(folder).isWhole()).isTrue();
  }

  @Test
  void write_overARunWithPins_removesTheirPhotos() {
    archive.write(pinned(mug), folder);
    assertThat(folder.resolve("pin-1-2.png")).exists();

    archive.write(RUN, folder);

    assertThat(folder.resolve("pin-1-1.png")).doesNotExist();
    assertThat(folder.resolve("pin-1-2.png")).doesNotExist();
    assertThat(archive.verify(folder).isWhole()).isTrue();
  }

  private static RunResult pinned(Asset... pins) {
    return RunResult.builder(
            RUN.runId(),
            RUN.brief().toBuilder().pinnedAssets(List.of(pins)).build(),
            RUN.provenance())
        .finalists(RUN.finalists())
        .candidates(RUN.candidates())
        .scenes(RUN.scenes())
        .build();
  }

  private static RasterImage raster(int argb) {
    return RasterImage.filled(new Size(20, 30), argb);
  }
}
