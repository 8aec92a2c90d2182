package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.retrieve.AssetFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryDurabilityTest extends IngestedLibrary {
  @Test
  void open_whileAnotherWrites_seesTheLastCommitAndASecondWriterIsRefused() throws Exception {
    for (int i = 0; i < LibraryIngest.BATCH + 8; i++) {
      picture("products/thing-" + i + ".png");
    }
    List<Integer> sizes = new ArrayList<>();
    AtomicReference<Exception> refused = new AtomicReference<>();

    LibraryIngest.builder(library, text)
        .progress(
            (done, total) -> {
              sizes.add(MediaLibrary.open(library).assets().size());
              if (done == 1) {
                try {
                  ingest();
                } catch (Exception e) {
                  refused.set(e);
                }
              }
            })
        .build()
        .folder(source, StageContext.standalone());

    assertThat(Set.copyOf(sizes)).containsExactlyInAnyOrder(0, LibraryIngest.BATCH);
    assertThat(refused.get())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("library", "wait");
    assertThat(MediaLibrary.open(library).assets()).hasSize(LibraryIngest.BATCH + 8);
  }

  @Test
  void open_otherModel_isRefusedWithBothModels() throws Exception {
    picture("products/mug.png");
    ingest();
    WordEmbedder other = new WordEmbedder("words-2");
    MediaLibrary opened = MediaLibrary.open(library);

    assertThatThrownBy(() -> EmbeddingAssetRetriever.create(other, opened))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("text model", "words-1", "words-2");
    assertThatThrownBy(
            () ->
                LibraryIngest.builder(library, other)
                    .build()
                    .folder(source, StageContext.standalone()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("text model", "another folder");
    assertThat(MediaLibrary.open(library).assets()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog-1.log", "text-1.f32"})
  void ingest_damagedFile_isMadeWholeAgain(String file) throws Exception {
    for (int i = 0; i < 5; i++) {
      picture("products/thing-" + i + ".png");
    }
    ingest();
    flipByte(library.resolve(file), Files.size(library.resolve(file)) / 2);

    if (file.startsWith("catalog")) {
      assertThatThrownBy(() -> MediaLibrary.open(library))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContainingAll(file, "ingest again");
    } else {
      assertThat(MediaLibrary.open(library).health().orElseThrow().damaged()).hasSize(1);
    }
    IngestReport report = ingest();

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.unchanged()).isEqualTo(4);
    MediaLibrary mended = MediaLibrary.open(library);
    assertThat(mended.assets()).hasSize(5);
    assertThat(mended.health().orElseThrow().damaged()).isEmpty();
  }

  @Test
  void ingest_manifestLost_findsEverythingAgain() throws Exception {
    picture("products/mug.png");
    ingest();
    Files.writeString(library.resolve("library.manifest"), "torn");

    assertThatThrownBy(() -> MediaLibrary.open(library)).isInstanceOf(InvalidInputException.class);
    assertThat(ingest().unchanged()).isEqualTo(1);
    assertThat(MediaLibrary.open(library).assets()).hasSize(1);
  }

  @Test
  void ingest_manyReplacements_rewritesTheFiles() throws Exception {
    picture("products/mug.png");
    for (int i = 0; i < 5; i++) {
      write("products/mug.json", "{\"description\":\"version " + i + "\"}");
      ingest();
    }

    LibraryHealth health = MediaLibrary.open(library).health().orElseThrow();
    assertThat(health.assets()).isEqualTo(1);
    assertThat(health.unusedVectors()).isLessThanOrEqualTo(health.textVectors());
    assertThat(first("version 4", AssetFilter.NONE)).isEqualTo("products/mug");
  }

  private static void flipByte(Path file, long at) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 0x55)).flip();
      channel.write(one, at);
    }
  }
}
