package org.brandimage.local.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BgeSmallEmbedderTest {
  private static BgeSmallEmbedder embedder;

  @BeforeAll
  static void load() {
    embedder = BgeSmallEmbedder.create();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @ParameterizedTest
  @CsvSource({
    "sneaker, shoe, sofa",
    "couch, sofa, teapot",
    "cup, coffee mug, hiking boot",
    "handbag, leather purse, candle",
    "rubber duck, duck toy, robot toy",
    "urban street, city street at night, kitchen table",
    "sunset, dusk, office desk",
    "sea, beach, living room"
  })
  void embed_relatedText_isNearerThanUnrelated(String text, String near, String far)
      throws Exception {
    Embedding middle = embed(Purpose.INDEX, text).get(0);

    assertThat(middle.cosine(embed(Purpose.INDEX, near).get(0)))
        .isGreaterThan(middle.cosine(embed(Purpose.INDEX, far).get(0)) + 0.02);
  }

  @Test
  void embed_anyText_hasLengthOneAndTheStatedDimension() throws Exception {
    Embedding embedding = embed(Purpose.INDEX, "a leather handbag").get(0);

    assertThat(embedding.dimension()).isEqualTo(embedder.dimension()).isEqualTo(384);
    assertThat(embedding.cosine(embedding)).isCloseTo(1, within(1e-5));
  }

  @Test
  void embed_textAmongOthers_isWhatItIsAlone() throws Exception {
    List<Embedding> together =
        embed(Purpose.INDEX, "shoe", "a much longer text about a wooden table in a kitchen", "mug");

    assertThat(together).hasSize(3);
    assertThat(together.get(0).toArray()).isEqualTo(embed(Purpose.INDEX, "shoe").get(0).toArray());
    assertThat(together.get(2).toArray()).isEqualTo(embed(Purpose.INDEX, "mug").get(0).toArray());
  }

  @Test
  void embed_query_isEmbeddedWithTheModelCardsInstruction() throws Exception {
    String instruction = "Represent this sentence for searching relevant passages: ";

    assertThat(embed(Purpose.QUERY, "shoe").get(0).toArray())
        .isEqualTo(embed(Purpose.INDEX, instruction + "shoe").get(0).toArray())
        .isNotEqualTo(embed(Purpose.INDEX, "shoe").get(0).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "靴", "\uD83C", "\u0000", "🍎🍏", "<script>"})
  void embed_oddText_isEmbedded(String text) throws Exception {
    assertThat(embed(Purpose.INDEX, text)).hasSize(1);
  }

  @Test
  void embed_textBeyondTheModelsLength_isCut() throws Exception {
    String start = "shoe ".repeat(600);

    assertThat(embed(Purpose.INDEX, start + "beach").get(0).toArray())
        .isEqualTo(embed(Purpose.INDEX, start + "table".repeat(20_000)).get(0).toArray());
  }

  @Test
  void embed_images_areRefused() {
    ImageSource image = ImageSource.of(RasterImage.filled(new Size(2, 2), -1));
    EmbedRequest request = EmbedRequest.ofImages(List.of(image), Purpose.INDEX);

    assertThat(embedder.embedsImages()).isFalse();
    assertThatThrownBy(() -> embedder.embed(request, StageContext.standalone()))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("multimodal");
  }

  @Test
  void embed_manyThreads_giveTheSameAnswer() throws Exception {
    float[] expected = embed(Purpose.INDEX, "urban street").get(0).toArray();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<Embedding>>> tasks = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        tasks.add(() -> embed(Purpose.INDEX, "urban street"));
      }
      for (Future<List<Embedding>> answer : threads.invokeAll(tasks)) {
        assertThat(answer.get().get(0).toArray()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void embed_interruptedThread_stops() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> embed(Purpose.INDEX, "shoe")).isInstanceOf(InterruptedException.class);
  }

  @Test
  void embed_afterClose_isRefused() {
    BgeSmallEmbedder closed = BgeSmallEmbedder.create();
    closed.close();
    closed.close();

    EmbedRequest request = EmbedRequest.ofTexts(List.of("shoe"), Purpose.INDEX);
    assertThatThrownBy(() -> closed.embed(request, StageContext.standalone()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private static List<Embedding> embed(Purpose purpose, String... texts)
      throws InterruptedException {
    return embedder.embed(EmbedRequest.ofTexts(List.of(texts), purpose), StageContext.standalone());
  }
}
