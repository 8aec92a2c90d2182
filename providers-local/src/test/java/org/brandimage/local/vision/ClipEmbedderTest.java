package org.brandimage.local.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.local.library.EmbeddingAssetRetriever;
import org.brandimage.local.library.LibraryFiles;
import org.brandimage.local.library.LibraryHealth;
import org.brandimage.local.library.LibraryIngest;
import org.brandimage.local.library.MediaLibrary;
import org.brandimage.local.library.WordEmbedder;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wiring only: these towers have random weights, so what is near to what means nothing. */
class ClipEmbedderTest {
  @TempDir private Path temp;
  private final WordEmbedder text = new WordEmbedder("words-1");

  @Test
  void embed_text_isTheTextTowersOutputScaled() throws Exception {
    ModelStore store = ClipFiles.in(temp.resolve("models"));
    try (ClipEmbedder clip = ClipEmbedder.create(store);
        OnnxModel tower = store.load(ModelCatalogue.CLIP_TEXT)) {
      float[] raw =
          tower
              .run(ClipTokenizer.open(store).apply(List.of("a rubber duck")), "text_embeds", -1)
              .row(0);

      assertThat(clip.dimension()).isEqualTo(raw.length);
      assertThat(
              clip.embed(
                  EmbedRequest.ofTexts(List.of("a rubber duck"), Purpose.QUERY),
                  StageContext.standalone()))
          .containsExactly(Embedding.of(raw));
    }
  }

  @Test
  void open_storeWithClip_choosesIt() throws Exception {
    ModelStore store = ClipFiles.in(temp.resolve("models"));
    try (PictureEmbedder found = PictureEmbedder.open(store, text).orElseThrow();
        PictureEmbedder named = PictureEmbedder.open(store, text, found.model()).orElseThrow()) {
      assertThat(found).isInstanceOf(ClipEmbedder.class);
      assertThat(named.model()).isEqualTo(found.model());
    }
    assertThat(PictureEmbedder.open(store, text, "clip(512,1,2)")).isEmpty();
    assertThat(PictureEmbedder.open(store, text, "")).isEmpty();
    Files.delete(store.file(ModelCatalogue.CLIP_TEXT));
    assertThat(PictureEmbedder.open(store, text)).isEmpty();
    assertThatThrownBy(() -> ClipEmbedder.create(store))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("clip-text");
  }

  @Test
  void ingest_withClip_isSearchedByPicturesAndRefusesAnotherModel() throws Exception {
    Path source = temp.resolve("source");
    Path library = temp.resolve("library");
    LibraryFiles.picture(source.resolve("a.png"), new Size(8, 6), true);
    LibraryFiles.picture(source.resolve("products/b.png"), new Size(30, 20), true);
    try (ClipEmbedder clip = ClipEmbedder.create(ClipFiles.in(temp.resolve("models")))) {
      LibraryIngest.builder(library, text)
          .content(clip)
          .build()
          .folder(source, StageContext.standalone());

      MediaLibrary opened = MediaLibrary.open(library);
      LibraryHealth health = opened.health().orElseThrow();
      assertThat(health.contentModel()).isEqualTo(clip.model());
      assertThat(health.contentVectors()).isEqualTo(2);
      assertThat(EmbeddingAssetRetriever.builder(text, opened).content(clip).build()).isNotNull();
      assertThatThrownBy(() -> EmbeddingAssetRetriever.builder(text, opened).content(text).build())
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("content model")
          .hasMessageContaining(clip.model());
    }
  }
}
