package org.brandimage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Queries written before any tuning against ten photographed products whose names and descriptions
 * are hidden: only their pictures are ingested. Skipped where the shared photos are not there.
 */
class ProductQueriesTest {
  private static final Path SHARED = Path.of("..", "..", "shared");

  @TempDir Path temp;

  @Test
  void retrieve_picturesOnly_findsTheRightSubjectFirstForThreeInFour() throws Exception {
    Path photos = SHARED.resolve("photos/products");
    assumeThat(Files.isDirectory(photos)).as("shared photos").isTrue();
    Map<String, String> subjects = copyNameless(photos, temp.resolve("products"));
    try (BgeSmallEmbedder text = BgeSmallEmbedder.create();
        ConseEmbedder content =
            ConseEmbedder.create(ModelStore.open(SHARED.resolve("models")), text)) {
      Path library = temp.resolve("library");
      LibraryIngest.builder(library, text)
          .content(content)
          .build()
          .folder(temp.resolve("products"), StageContext.standalone());
      EmbeddingAssetRetriever retriever =
          EmbeddingAssetRetriever.builder(text, MediaLibrary.open(library))
              .content(content)
              .build();
      List<String> missed = new ArrayList<>();
      List<String[]> queries = queries();
      for (String[] query : queries) {
        String found = subjects.get(first(retriever, query[2]));
        if (!query[1].equals(found)) {
          missed.add(query[2] + " -> " + found);
        }
      }
      assertThat(missed).as("missed").hasSizeLessThanOrEqualTo(queries.size() / 4);
    }
  }

  private static String first(EmbeddingAssetRetriever retriever, String query)
      throws InterruptedException {
    String name = query.replaceFirst("^an? ", "");
    Entity entity = new Entity(EntityKind.PRODUCT, name, query);
    Retrieval found = retriever.retrieve(RetrieveRequest.of(entity), StageContext.standalone());
    return Stream.concat(found.matches().stream(), found.nearestMisses().stream())
        .findFirst()
        .orElseThrow()
        .asset()
        .id();
  }

  /** Copies each subject as one asset called by a number, and returns which is which. */
  private static Map<String, String> copyNameless(Path photos, Path target) throws Exception {
    Files.createDirectories(target);
    Map<String, String> subjects = new TreeMap<>();
    try (Stream<Path> folders = Files.list(photos).filter(Files::isDirectory).sorted()) {
      for (Path folder : folders.toList()) {
        String id = "item-" + subjects.size();
        Files.copy(folder.resolve("00.jpg"), target.resolve(id + ".jpg"));
        Files.copy(folder.resolve("01.jpg"), target.resolve(id + "@1.jpg"));
        Files.copy(folder.resolve("02.jpg"), target.resolve(id + "@2.jpg"));
        Files.writeString(target.resolve(id + ".json"), "{\"kind\":\"product\"}");
        subjects.put(id, String.valueOf(folder.getFileName()));
      }
    }
    return subjects;
  }

  private static List<String[]> queries() throws Exception {
    Path file =
        Path.of(
            ProductQueriesTest.class
                .getResource("/org/brandimage/local/product-queries.tsv")
                .toURI());
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("other\t"))
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
