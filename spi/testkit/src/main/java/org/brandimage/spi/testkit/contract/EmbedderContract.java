package org.brandimage.spi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link Embedder}: extend it and say how to make yours. */
public abstract class EmbedderContract
    extends StageContract<Embedder, EmbedRequest, List<Embedding>> {
  private static final List<String> TEXTS =
      List.of("a rubber duck", "a wooden table in a sunlit kitchen", "hydraulic excavator");
  private static final Size SIZE = new Size(64, 48);

  /** For subclasses. */
  protected EmbedderContract() {}

  /**
   * Makes the embedder under test.
   *
   * @return an embedder
   * @throws Exception when it cannot be made; the test fails then
   */
  protected abstract Embedder embedder() throws Exception;

  /**
   * Returns how much the cosine of two embeddings of one thing may be below 1 when it was embedded
   * alone and among others. Quantised models differ by batch.
   *
   * @return 0.01 unless overridden
   */
  protected double batchTolerance() {
    return 0.01;
  }

  @Override
  protected List<EmbedRequest> requests() {
    List<EmbedRequest> requests = new ArrayList<>();
    requests.add(EmbedRequest.ofTexts(TEXTS, Purpose.INDEX));
    requests.add(EmbedRequest.ofTexts(TEXTS.subList(0, 1), Purpose.QUERY));
    if (stage().embedsImages()) {
      requests.add(EmbedRequest.ofImages(pictures(), Purpose.INDEX));
    }
    return requests;
  }

  @Override
  protected List<EmbedRequest> awkwardRequests() {
    List<String> odd = List.of("", " ", "\u0000\ud83e\udd86\u202e", "\ud83e", "duck ".repeat(4000));
    ImageSource tiny = ImageSource.of(RasterImage.filled(new Size(1, 1), TestPictures.CLEAR));
    return List.of(
        EmbedRequest.ofTexts(odd, Purpose.QUERY),
        EmbedRequest.ofImages(List.of(tiny), Purpose.QUERY),
        EmbedRequest.ofImages(List.of(TestPictures.unreadable(SIZE)), Purpose.INDEX));
  }

  /** If this fails, look at texts that are equal, or dropped for being empty. */
  @Test
  @DisplayName("E1 there is one embedding an entry")
  public final void e1_anyRequest_givesOneEmbeddingAnEntry() throws InterruptedException {
    for (EmbedRequest request : requests()) {
      assertThat(answer(request)).hasSize(request.count());
    }
    EmbedRequest twins = EmbedRequest.ofTexts(List.of("duck", "duck"), Purpose.INDEX);
    assertThat(answer(twins)).hasSize(2);
  }

  /** If this fails, look at the order of a batch's replies. */
  @Test
  @DisplayName("E2 embeddings stand in the order of the entries")
  public final void e2_batch_keepsTheOrder() throws InterruptedException {
    List<Embedding> batch = answer(EmbedRequest.ofTexts(TEXTS, Purpose.INDEX));
    for (int i = 0; i < Math.min(batch.size(), TEXTS.size()); i++) {
      EmbedRequest alone = EmbedRequest.ofTexts(TEXTS.subList(i, i + 1), Purpose.INDEX);
      assertThat(answer(alone).get(0).cosine(batch.get(i)))
          .as("entry %s alone and in a batch", i)
          .isGreaterThanOrEqualTo(1 - batchTolerance());
    }
  }

  /** If this fails, the dimension was written down by hand. */
  @Test
  @DisplayName("E3 every embedding has the dimension that was said")
  public final void e3_anyEmbedding_hasTheDimension() throws InterruptedException {
    assertThat(stage().dimension()).isPositive();
    for (EmbedRequest request : requests()) {
      assertThat(answer(request))
          .allMatch(embedding -> embedding.dimension() == stage().dimension());
    }
  }

  /** If this fails, the model sees the same input for every text. */
  @Test
  @DisplayName("E4 different texts have different embeddings")
  public final void e4_differentTexts_differ() throws InterruptedException {
    List<Embedding> embeddings = answer(EmbedRequest.ofTexts(TEXTS, Purpose.INDEX));
    assertThat(embeddings).doesNotHaveDuplicates();
  }

  /** If this fails, throw {@link UnsupportedInputException} before anything is called. */
  @Test
  @DisplayName("E5 an embedder of texts refuses pictures as unsupported")
  public final void e5_pictures_areServedOrUnsupported() {
    assumeFalse(stage().embedsImages(), "embeds pictures, so E1 to E3 cover them");
    assertThatExceptionOfType(UnsupportedInputException.class)
        .isThrownBy(() -> answer(EmbedRequest.ofImages(pictures(), Purpose.INDEX)));
  }

  /** If this fails, hold model, dimension and abilities in final fields. */
  @Test
  @DisplayName("E6 the model has a name that stays the same")
  public final void e6_model_isNamed() throws InterruptedException {
    String model = stage().model();
    answer(requests().get(0));
    assertThat(model).isNotBlank().isEqualTo(stage().model());
  }

  @Override
  final List<EmbedRequest> largeRequests() {
    ImageSource large = ImageSource.of(TestPictures.duck(LARGE, TestPictures.WHITE));
    return stage().embedsImages()
        ? List.of(EmbedRequest.ofImages(List.of(large), Purpose.INDEX))
        : List.of();
  }

  @Override
  final EmbedRequest withPictures(EmbedRequest request, UnaryOperator<ImageSource> change) {
    return new EmbedRequest(
        request.texts(), request.images().stream().map(change).toList(), request.purpose());
  }

  @Override
  final Embedder create() throws Exception {
    return embedder();
  }

  @Override
  final List<Embedding> call(Embedder stage, EmbedRequest request, StageContext context)
      throws InterruptedException {
    return stage.embed(request, context);
  }

  @Override
  final Object snapshot(EmbedRequest request) {
    return List.of(
        request.texts(), request.images().stream().map(image -> Content.of(image)).toList());
  }

  @Override
  final Object content(List<Embedding> result) {
    return result;
  }

  @Override
  final List<String> secrets(EmbedRequest request) {
    return request.texts().stream().filter(text -> text.length() > 4).toList();
  }

  private static List<ImageSource> pictures() {
    return List.of(
        ImageSource.of(TestPictures.duck(SIZE, TestPictures.WHITE)),
        ImageSource.of(TestPictures.landscape(SIZE, 0xFF80B8F0, 0xFFE8D8A0)));
  }
}
