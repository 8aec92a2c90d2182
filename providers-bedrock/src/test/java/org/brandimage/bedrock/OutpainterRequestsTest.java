package org.brandimage.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.Random;
import org.brandimage.bedrock.canvas.CanvasSettings;
import org.brandimage.bedrock.canvas.NovaCanvasOutpainter;
import org.brandimage.bedrock.canvas.NovaCanvasTextToImage;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.Requests;
import org.brandimage.bedrock.gateway.ServiceRules;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.bedrock.nova.NovaOmniOutpainter;
import org.brandimage.bedrock.stability.StabilityOutpainter;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.fake.Compositions;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the outpainters put on the wire. */
@Tag("slow")
class OutpainterRequestsTest {
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  private TestBedrock server;

  @BeforeEach
  void start() {
    server = TestBedrock.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void mask_ofAnyShape_isPureOfTheSameSizeAndOfTheVendorsPolarity() throws Exception {
    Random random = new Random(20261124);
    for (int round = 0; round < 24; round++) {
      Mask mask = randomMask(random, Requests.CANVAS);
      BackgroundUse use = round % 2 == 0 ? BackgroundUse.REGENERATE : BackgroundUse.BAND;
      OutpaintRequest request = with(mask, use);
      StabilityOutpainter.create(server.gateway()).outpaint(request, TestContexts.active());
      assertMask(mask, server.last().body().path("mask"), "Stability: white is filled");
      NovaCanvasOutpainter.create(server.gateway()).outpaint(request, TestContexts.active());
      assertMask(
          mask,
          server.last().body().path("outPaintingParams").path("maskImage"),
          "Canvas OUTPAINTING: white is regenerated, black kept");
    }
  }

  @Test
  void canvas_request_hasTheDocumentedFields() throws Exception {
    CanvasSettings settings =
        new CanvasSettings(
            CanvasSettings.Quality.PREMIUM,
            8,
            CanvasSettings.MaskBy.PROMPT,
            CanvasSettings.Mode.DEFAULT);
    NovaCanvasOutpainter.create(server.gateway(), NovaCanvasOutpainter.NOVA_CANVAS, settings)
        .outpaint(Requests.outpaint(7), TestContexts.active());

    assertThat(server.seen()).hasSize(2);
    JsonNode first = server.seen().get(0).body();
    JsonNode params = first.path("outPaintingParams");
    assertThat(first.path("taskType").asText()).isEqualTo("OUTPAINTING");
    assertThat(params.path("maskPrompt").asText()).isEqualTo("rubber duck");
    assertThat(params.has("maskImage")).isFalse();
    assertThat(params.path("outPaintingMode").asText()).isEqualTo("DEFAULT");
    assertThat(params.path("text").asText()).isEqualTo(Fixtures.caption().text());
    JsonNode config = first.path("imageGenerationConfig");
    assertThat(config.toString())
        .isEqualTo("{\"numberOfImages\":5,\"quality\":\"premium\",\"cfgScale\":8.0,\"seed\":7}");
    JsonNode second = server.seen().get(1).body().path("imageGenerationConfig");
    assertThat(second.path("numberOfImages").asInt()).isEqualTo(2);
    assertThat(second.path("seed").asLong()).isEqualTo(12);
  }

  @Test
  void stability_request_hasTheDocumentedFieldsAndNeverTheSeedThatMeansAny() throws Exception {
    StabilityOutpainter.create(server.gateway())
        .outpaint(Compositions.outpaint(Requests.CANVAS).seed(0).build(), TestContexts.active());

    JsonNode body = server.last().body();
    assertThat(server.last().model()).isEqualTo("us.stability.stable-image-inpaint-v1:0");
    assertThat(body.path("prompt").asText()).isEqualTo(Fixtures.caption().text());
    assertThat(body.path("seed").asLong()).isEqualTo(1);
    assertThat(body.path("grow_mask").asInt()).isZero();
    assertThat(body.path("output_format").asText()).isEqualTo("png");
  }

  @Test
  void omni_request_isOnePictureAndOneTextWithoutAMask() throws Exception {
    NovaOmniOutpainter.create(server.gateway(), NovaOmniOutpainter.NOVA_2_OMNI)
        .outpaint(Requests.outpaint(1), TestContexts.active());

    JsonNode content = server.last().body().path("messages").path(0).path("content");
    assertThat(content).hasSize(2);
    assertThat(content.path(0).path("image").path("format").asText()).isEqualTo("png");
    assertThat(content.path(1).path("text").asText()).contains(Fixtures.caption().text());
    assertThat(server.last().body().has("toolConfig")).isFalse();
  }

  @Test
  void textToImage_request_hasTheSizeAndNoPicture() throws Exception {
    NovaCanvasTextToImage.create(
            server.gateway(), NovaCanvasOutpainter.NOVA_CANVAS, CanvasSettings.DEFAULT)
        .outpaint(Requests.outpaint(1), TestContexts.active());

    JsonNode body = server.last().body();
    assertThat(body.path("taskType").asText()).isEqualTo("TEXT_IMAGE");
    assertThat(body.path("imageGenerationConfig").path("width").asInt()).isEqualTo(320);
    assertThat(body.toString()).doesNotContain("\"image\"");
  }

  @Test
  void request_anyOne_isSignedWithSignatureVersion4() throws Exception {
    StabilityOutpainter.create(server.gateway())
        .outpaint(Requests.outpaint(1), TestContexts.active());

    assertThat(server.last().headers().get("authorization"))
        .matches(
            "AWS4-HMAC-SHA256 Credential="
                + TestBedrock.ACCESS_KEY
                + "/\\d{8}/us-east-1/bedrock/aws4_request,"
                + " SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}");
    assertThat(server.last().headers()).containsKeys("x-amz-date", "host");
    assertThat(server.last().headers().get("content-type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "canvas, 319, 640",
    "canvas, 4112, 1028",
    "canvas, 2064, 2048",
    "canvas, 1300, 320",
    "stability, 63, 100",
    "stability, 3200, 3200",
    "stability, 1000, 399",
    "omni, 63, 63",
    "text, 330, 320",
  })
  void canvas_outsideTheLimits_isRefusedBeforeTheCall(String family, int width, int height) {
    Size size = new Size(width, height);
    OutpaintRequest request =
        OutpaintRequest.builder(
                Compositions.candidate(new Size(4200, 4200)),
                Fixtures.duckScene(),
                Fixtures.caption(),
                new Blank(size),
                new Blank(size),
                Mask.of(size, (x, y) -> x < 4))
            .build();
    assertThatExceptionOfType(UnsupportedInputException.class)
        .isThrownBy(() -> outpainter(family).outpaint(request, TestContexts.active()))
        .withMessageContaining(size.toString());
    assertThat(server.seen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "canvas, KEEP",
    "canvasByPrompt, BAND",
    "stability, KEEP",
    "omni, BAND",
    "omni, KEEP",
    "text, BAND",
    "text, KEEP",
  })
  void backgroundUse_thatIsNotServed_isRefusedBeforeTheCall(String family, BackgroundUse use) {
    OutpaintRequest request = Compositions.outpaint(Requests.CANVAS).backgroundUse(use).build();
    assertThatExceptionOfType(UnsupportedInputException.class)
        .isThrownBy(() -> outpainter(family).outpaint(request, TestContexts.active()));
    assertThat(server.seen()).isEmpty();
  }

  private Outpainter outpainter(String family) {
    BedrockGateway gateway = server.gateway();
    return switch (family) {
      case "canvas" -> NovaCanvasOutpainter.create(gateway);
      case "canvasByPrompt" ->
          NovaCanvasOutpainter.create(
              gateway,
              NovaCanvasOutpainter.NOVA_CANVAS,
              CanvasSettings.DEFAULT.withMask(CanvasSettings.MaskBy.PROMPT));
      case "stability" -> StabilityOutpainter.create(gateway);
      case "omni" -> NovaOmniOutpainter.create(gateway, NovaOmniOutpainter.NOVA_2_OMNI);
      default ->
          NovaCanvasTextToImage.create(
              gateway, NovaCanvasOutpainter.NOVA_CANVAS, CanvasSettings.DEFAULT);
    };
  }

  private static OutpaintRequest with(Mask mask, BackgroundUse use) {
    OutpaintRequest usual = Compositions.outpaint(Requests.CANVAS).build();
    return OutpaintRequest.builder(
            usual.candidate(),
            usual.scene(),
            usual.caption(),
            usual.productLayer(),
            usual.reference(),
            mask)
        .backgroundUse(use)
        .build();
  }

  private static Mask randomMask(Random random, Size size) {
    BitSet kept = new BitSet();
    int pixels = Math.toIntExact(size.pixels());
    for (int run = 0; run < 1 + random.nextInt(40); run++) {
      int from = random.nextInt(pixels - 1);
      kept.set(from, Math.min(pixels - 1, from + 1 + random.nextInt(4000)));
    }
    return Mask.of(size, kept);
  }

  private static void assertMask(Mask mask, JsonNode sent, String rule) {
    RasterImage picture = ServiceRules.decoded(sent);
    assertThat(picture.size()).isEqualTo(mask.size());
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int expected = mask.keeps(x, y) ? BLACK : WHITE;
        if (picture.argb(x, y) != expected) {
          assertThat(picture.argb(x, y)).as("%s at %s,%s", rule, x, y).isEqualTo(expected);
        }
      }
    }
  }

  /** A picture that must not be opened, as its size alone is reason enough to refuse it. */
  private record Blank(Size size) implements org.brandimage.spi.image.ImageSource {
    @Override
    public String digest() {
      return "00";
    }

    @Override
    public RasterImage raster() {
      throw new AssertionError("opened before its size was checked");
    }

    @Override
    public java.util.Optional<org.brandimage.spi.image.EncodedImage> original() {
      return java.util.Optional.empty();
    }
  }
}
