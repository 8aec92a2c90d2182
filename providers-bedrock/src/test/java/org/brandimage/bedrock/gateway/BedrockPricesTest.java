package org.brandimage.bedrock.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.nova.NovaOmniOutpainter;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The default prices, and what a picture of Nova 2 Omni is booked and estimated at. */
class BedrockPricesTest {
  private static final String OMNI = NovaOmniOutpainter.NOVA_2_OMNI;
  // 10,000 tokens at 0.30 and 16,000 at 44 dollars a million
  private static final long MOST_OF_OMNI = 3_000 + 704_000;

  @ParameterizedTest
  @CsvSource({
    "amazon.nova-2-lite-v1:0, 0.33, 2.75",
    "us.amazon.nova-2-lite-v1:0, 0.33, 2.75",
    "eu.amazon.nova-2-lite-v1:0, 0.33, 2.75",
    "jp.amazon.nova-2-lite-v1:0, 0.33, 2.75",
    "global.amazon.nova-2-lite-v1:0, 0.30, 2.50",
    "us.amazon.nova-2-pro-preview-20251202-v1:0, 1.375, 11.00",
    "global.amazon.nova-2-pro-preview-20251202-v1:0, 1.25, 10.00",
    "us.amazon.nova-2-omni-v1:0, 0.30, 2.80",
    "amazon.nova-2-omni-preview-20251202-v1:0, 0.30, 2.80",
    "us.amazon.nova-2-pro-v1:0, 1.375, 11.00",
    "us.amazon.nova-pro-v1:0, 0.80, 3.20",
    "eu.amazon.nova-pro-v1:0, 1.05, 4.20",
    "apac.amazon.nova-lite-v1:0, 0.063, 0.252"
  })
  void tokens_ofAModelOrProfile_haveTheListPrice(String model, String input, String output) {
    assertPrice(model, Unit.MILLION_INPUT_TOKENS, input);
    assertPrice(model, Unit.MILLION_OUTPUT_TOKENS, output);
  }

  @Test
  void profile_inAnArn_hasThePriceOfTheProfile() {
    String arn = "arn:aws:bedrock:us-east-1:111122223333:inference-profile/";
    assertPrice(arn + "us.amazon.nova-2-lite-v1:0", Unit.MILLION_OUTPUT_TOKENS, "2.75");
    assertPrice(arn + "global.amazon.nova-2-lite-v1:0", Unit.MILLION_OUTPUT_TOKENS, "2.50");
  }

  @ParameterizedTest
  @CsvSource({
    "amazon.nova-canvas-v1:0, IMAGE_STANDARD_1024, 0.04",
    "amazon.nova-canvas-v1:0, IMAGE_PREMIUM_1024, 0.06",
    "amazon.nova-canvas-v1:0, IMAGE_STANDARD_2048, 0.06",
    "amazon.nova-canvas-v1:0, IMAGE_PREMIUM_2048, 0.08",
    "us.stability.stable-image-inpaint-v1:0, IMAGE, 0.07",
    "us.stability.stable-image-remove-background-v1:0, IMAGE, 0.07",
    "us.amazon.nova-2-omni-v1:0, MILLION_IMAGE_OUTPUT_TOKENS, 44.00"
  })
  void pictures_haveTheListPrice(String model, Unit unit, String usd) {
    assertPrice(model, unit, usd);
  }

  @Test
  void entries_neitherInferredNorWithoutSource() {
    assertThat(BedrockPrices.defaults().entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.source()).isNotBlank().doesNotContain("inferred");
              assertThat(entry.asOf()).startsWith("2026-");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"amazon.nova-3-lite-v1:0", "global.amazon.nova-premier-v1:0"})
  void model_notInTheList_hasNoPrice(String model) {
    for (Unit unit : Unit.values()) {
      assertThat(BedrockPrices.defaults().find(model, unit)).isEmpty();
    }
  }

  @Test
  void omni_aPicture_isBookedAtThePriceOfPictures() throws Exception {
    // 120 tokens at 0.30 and 7 at 44 dollars a million
    assertThat(spent(picture())).isEqualTo(new Cost(1, 36 + 308));
  }

  @Test
  void omni_aPictureWithoutUsage_isBookedAsTheEstimate() throws Exception {
    String silent = picture().body().replace("\"usage\"", "\"other\"");
    assertThat(spent(Reply.json(silent))).isEqualTo(new Cost(1, MOST_OF_OMNI));
  }

  @Test
  void omni_anAnswerInWords_isBookedNoCheaperThanAPicture() throws Exception {
    assertThat(spent(ServiceAnswers.converse("end_turn", "{\"text\": \"I cannot.\"}")))
        .isEqualTo(new Cost(1, 36 + 308));
  }

  @Test
  void omni_estimate_isAtThePriceOfPictures() {
    try (TestBedrock server = TestBedrock.start()) {
      assertThat(NovaOmniOutpainter.create(server.gateway(), OMNI).estimate(Requests.outpaint(3)))
          .isEqualTo(new Cost(3, 3 * MOST_OF_OMNI));
    }
  }

  @Test
  void omni_withoutAPriceOfPictures_isUnpriced() {
    try (TestBedrock server = TestBedrock.start()) {
      BedrockPrices textOnly = BedrockPrices.none();
      for (Unit unit : new Unit[] {Unit.MILLION_INPUT_TOKENS, Unit.MILLION_OUTPUT_TOKENS}) {
        textOnly =
            textOnly.with(
                new BedrockPrices.Entry(OMNI, unit, BigDecimal.ONE, "2026-11", "contract"));
      }
      BedrockGateway gateway = server.settings().prices(textOnly).build();
      assertThat(NovaOmniOutpainter.create(gateway, OMNI).unpricedModels()).containsExactly(OMNI);
      assertThat(NovaOmniOutpainter.create(server.gateway(), OMNI).unpricedModels()).isEmpty();
    }
  }

  private static Cost spent(Reply reply) throws InterruptedException {
    try (TestBedrock server = TestBedrock.start(request -> reply)) {
      TestContext context = TestContexts.active();
      NovaOmniOutpainter.create(server.gateway(), OMNI).outpaint(Requests.outpaint(1), context);
      return context.costs().spent();
    }
  }

  private static Reply picture() {
    String png = ServiceAnswers.png(Requests.CANVAS, (x, y) -> 0xFF808080);
    return ServiceAnswers.converse(
        "end_turn", "{\"image\": {\"format\": \"png\", \"source\": {\"bytes\": \"" + png + "\"}}}");
  }

  private static void assertPrice(String model, Unit unit, String usd) {
    assertThat(BedrockPrices.defaults().find(model, unit))
        .hasValueSatisfying(entry -> assertThat(entry.usd()).isEqualByComparingTo(usd));
  }
}
