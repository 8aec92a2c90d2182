package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.vision.ConseEmbedder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Queries written before any tuning, and free of the words of the photos' folder names, against ten
 * photographed products: first with their names and descriptions hidden, so that only their
 * pictures are ingested, then with their names and a line of a catalogue for each. Skipped where
 * the shared photos are not there.
 */
@Tag("slow")
class ProductQueriesTest {
  private static final Path SHARED = Path.of("..", "..", "shared");
  private static final int QUERIES = 41;

  @TempDir Path temp;

  @Test
  void retrieve_picturesOnly_findsTheRightSubjectFirstForThreeInFour() throws Exception {
    assertThat(missed(Map.of())).as("missed").hasSizeLessThanOrEqualTo(QUERIES / 4);
  }

  @Test
  void retrieve_withDescriptions_findsTheRightSubjectFirstForNineteenInTwenty() throws Exception {
    Map<String, String> descriptions = new TreeMap<>();
    lines("product-descriptions.tsv").forEach(line -> descriptions.put(line[0], line[1]));

    assertThat(missed(descriptions)).as("missed").hasSizeLessThanOrEqualTo(QUERIES / 20);
  }

  private List<String> missed(Map<String, String> descriptions) throws Exception {
    Path photos = SHARED.resolve("photos/products");
    assumeThat(Files.isDirectory(photos)).as("shared photos").isTrue();
    Map<String, String> subjects = copied(photos, temp.resolve("products"), descriptions);
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
      List<String[]> queries =
          lines("product-queries.tsv").stream().filter(line -> line[0].equals("other")).toList();
      assertThat(queries).hasSize(QUERIES);
      List<String> missed = new ArrayList<>();
      for (String[] query : queries) {
        String found = subjects.get(first(retriever, query[2]));
        if (!query[1].equals(found)) {
          missed.add(query[2] + " -> " + found);
        }
      }
      return missed;
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

  /**
   * Copies each subject as one asset, without descriptions by a number, and returns which is which.
   */
  private static Map<String, String> copied(
      Path photos, Path target, Map<String, String> descriptions) throws Exception {
    Files.createDirectories(target);
    Map<String, String> subjects = new TreeMap<>();
    try (Stream<Path> folders = Files.list(photos).filter(Files::isDirectory).sorted()) {
      for (Path folder : folders.toList()) {
        String subject = String.valueOf(folder.getFileName());
        String id = descriptions.isEmpty() ? "item-" + subjects.size() : subject;
        Files.copy(folder.resolve("00.jpg"), target.resolve(id + ".jpg"));
        Files.copy(folder.resolve("01.jpg"), target.resolve(id + "@1.jpg"));
        Files.copy(folder.resolve("02.jpg"), target.resolve(id + "@2.jpg"));
        String said = descriptions.get(subject);
        Files.writeString(
            target.resolve(id + ".json"),
            "{\"kind\":\"product\""
                + (said == null ? "" : ",\"description\":\"" + said + "\"")
                + "}");
        subjects.put(id, subject);
      }
    }
    return subjects;
  }

  private static List<String[]> lines(String name) throws Exception {
    Path file = Path.of(ProductQueriesTest.class.getResource(name).toURI());
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }
}
