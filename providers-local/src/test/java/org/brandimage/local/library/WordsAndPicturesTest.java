package org.brandimage.local.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.retrieve.RetrieveRequest;
import org.junit.jupiter.api.Test;

/** How what an asset's words say and what its picture shows add up. */
class WordsAndPicturesTest extends IngestedLibrary {
  /**
   * The words of the first fit a little better, but only the second's picture agrees: three
   * quarters of the lesser of the two count on top of the greater.
   */
  @Test
  void retrieve_pictureThatAgrees_outweighsSlightlyBetterWords() throws Exception {
    picture("products/words.png", 8, 8);
    write("products/words.json", "{\"description\": \"fits well\"}");
    picture("products/both.png", 16, 8);
    write("products/both.json", "{\"description\": \"fits\"}");
    Embedder words = new Scripted(0);
    LibraryIngest.builder(library, words)
        .content(new Scripted(1))
        .build()
        .folder(source, StageContext.standalone());

    assertThat(found(words, new Scripted(1))).first().isEqualTo("products/both");
  }

  private List<String> found(Embedder words, Embedder pictures) throws InterruptedException {
    return EmbeddingAssetRetriever.builder(words, MediaLibrary.open(library))
        .content(pictures)
        .lexicalWeight(0)
        .floor(-100)
        .build()
        .retrieve(
            RetrieveRequest.of(new Entity(EntityKind.PRODUCT, "query", "query")),
            StageContext.standalone())
        .matches()
        .stream()
        .map(match -> match.asset().id())
        .toList();
  }

  /** Vectors at known angles to the query's; every other word is at a right angle to all. */
  private record Scripted(int space) implements Embedder {
    @Override
    public String model() {
      return "scripted-" + space;
    }

    @Override
    public int dimension() {
      return 3;
    }

    @Override
    public boolean embedsImages() {
      return space == 1;
    }

    @Override
    public List<Embedding> embed(EmbedRequest request, StageContext context) {
      List<Embedding> embeddings = new ArrayList<>();
      for (String text : request.texts()) {
        embeddings.add(
            switch (text) {
              case "query" -> vector(1);
              case "fits well" -> vector(0.50);
              case "fits" -> vector(0.45);
              default -> Embedding.of(new float[] {0, 0, 1});
            });
      }
      for (ImageSource image : request.images()) {
        embeddings.add(vector(image.size().width() == 16 ? 0.30 : 0));
      }
      return embeddings;
    }

    private static Embedding vector(double cosine) {
      return Embedding.of(new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine), 0});
    }
  }
}
