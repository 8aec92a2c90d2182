package org.brandimage.spi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelValuesTest {
  private static final ImageSource PICTURE = ImageSource.of(RasterImage.filled(new Size(1, 1), -1));

  @Test
  void embedding_anyVector_hasLengthOne() {
    Embedding embedding = Embedding.of(new float[] {3, -4});
    assertThat(embedding.toArray()).containsExactly(0.6f, -0.8f);
    assertThat(Embedding.of(new float[] {1e-30f, 1e-30f}).cosine(Embedding.of(new float[] {2, 2})))
        .isCloseTo(1, within(1e-6));
    assertThat(Embedding.of(new float[] {Float.MAX_VALUE, 0}).toArray()).containsExactly(1f, 0f);
  }

  @Test
  void embedding_changedArrays_changeNothing() {
    float[] vector = {1, 0};
    Embedding embedding = Embedding.of(vector);
    vector[0] = 9;
    embedding.toArray()[1] = 9;
    assertThat(embedding).isEqualTo(Embedding.of(new float[] {5, 0}));
    assertThat(embedding).hasSameHashCodeAs(Embedding.of(new float[] {5, 0}));
  }

  @Test
  void embedding_emptyZeroOrNotFinite_throws() {
    for (float[] bad :
        List.of(
            new float[0],
            new float[] {0, 0},
            new float[] {1, Float.NaN},
            new float[] {Float.POSITIVE_INFINITY})) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Embedding.of(bad))
          .withMessageContaining("finite and not zero");
    }
  }

  @Test
  void cosine_oppositeOrthogonalAndOtherDimension() {
    Embedding right = Embedding.of(new float[] {1, 0});
    assertThat(right.cosine(Embedding.of(new float[] {-2, 0}))).isEqualTo(-1);
    assertThat(right.cosine(Embedding.of(new float[] {0, 3}))).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> right.cosine(Embedding.of(new float[] {1, 0, 0})))
        .withMessageContainingAll("2", "3");
  }

  @Test
  void embedRequest_bothOrNeither_throws() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbedRequest(List.of(), List.of(), Purpose.QUERY))
        .withMessageContaining("0 texts, 0 images");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmbedRequest(List.of("a"), List.of(PICTURE), Purpose.QUERY));
  }

  @Test
  void embedRequest_changedList_changesNothing() {
    List<String> texts = new ArrayList<>(List.of("secret"));
    EmbedRequest request = EmbedRequest.ofTexts(texts, Purpose.INDEX);
    texts.clear();
    assertThat(request.count()).isEqualTo(1);
    assertThat(request.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a-b", "ä", "x.y"})
  void languageRequest_schemaName_isRestricted(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LanguageRequest.builder("i", "c", name, "{}", "1").build())
        .withMessageContaining("schemaName");
  }

  @Test
  void languageRequest_ranges_areChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request().maxOutputTokens(0).build())
        .withMessageContaining("maxOutputTokens");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request().temperature(1.01).build())
        .withMessageContaining("1.01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request().temperature(Double.NaN).build());
  }

  @Test
  void languageRequest_fingerprint_changesWithEveryField() {
    assertThat(
            List.of(
                request().build().fingerprint(),
                request().images(List.of(PICTURE)).build().fingerprint(),
                request().images(List.of(PICTURE, PICTURE)).build().fingerprint(),
                request().maxOutputTokens(1).build().fingerprint(),
                request().temperature(0.5).build().fingerprint(),
                LanguageRequest.builder("i2", "c", "s", "{}", "1").build().fingerprint(),
                LanguageRequest.builder("i", "c2", "s", "{}", "1").build().fingerprint(),
                LanguageRequest.builder("i", "c", "s", "[]", "1").build().fingerprint()))
        .doesNotHaveDuplicates();
    assertThat(request().build().fingerprint()).isEqualTo(request().build().fingerprint());
  }

  @Test
  void texts_areNotShown() {
    assertThat(LanguageRequest.builder("secret", "secret", "s", "{}", "1").build().toString())
        .doesNotContain("secret");
    assertThat(new LanguageReply("secret", TokenUsage.NONE, "m").toString())
        .doesNotContain("secret");
  }

  private static LanguageRequest.Builder request() {
    return LanguageRequest.builder("i", "c", "s", "{}", "1");
  }
}
