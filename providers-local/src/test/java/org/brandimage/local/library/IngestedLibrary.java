package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetFilter;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of pictures, the library it is ingested into, and the ways tests look into both. */
abstract class IngestedLibrary {
  @TempDir Path temp;
  Path source;
  Path library;
  final WordEmbedder text = new WordEmbedder("words-1");

  @BeforeEach
  void folders() throws IOException {
    source = Files.createDirectories(temp.resolve("source"));
    library = temp.resolve("library");
  }

  IngestReport ingest() throws InterruptedException {
    return LibraryIngest.builder(library, text).build().folder(source, StageContext.standalone());
  }

  String first(String name, AssetFilter filter) throws InterruptedException {
    return ids(name, filter).get(0);
  }

  List<String> ids(String name, AssetFilter filter) throws InterruptedException {
    MediaLibrary opened = MediaLibrary.open(library);
    EmbeddingAssetRetriever.Builder builder =
        EmbeddingAssetRetriever.builder(text, opened).floor(-100);
    if (!opened.health().orElseThrow().contentModel().isEmpty()) {
      builder.content(text);
    }
    Entity entity = new Entity(EntityKind.PRODUCT, name, name);
    return builder
        .build()
        .retrieve(RetrieveRequest.of(entity).withFilter(filter), StageContext.standalone())
        .matches()
        .stream()
        .map(AssetMatch::asset)
        .map(Asset::id)
        .toList();
  }

  void write(String name, String content) throws IOException {
    LibraryFiles.write(source.resolve(name), content);
  }

  void picture(String name) throws IOException {
    picture(name, 8, 6);
  }

  void picture(String name, int width, int height) throws IOException {
    LibraryFiles.picture(source.resolve(name), new Size(width, height), true);
  }
}
