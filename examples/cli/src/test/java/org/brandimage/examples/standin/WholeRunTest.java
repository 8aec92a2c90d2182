package org.brandimage.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.brandimage.examples.cli.BrandImageCommand;
import org.brandimage.examples.verify.PixelTruth;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The command's whole run on Bedrock, every request of it held to the schemas, the SDK's model and
 * the vendors' limits by the stand-in, which refuses what the service would refuse.
 */
@Tag("slow")
class WholeRunTest {
  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  @TempDir private Path temp;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private Map<String, String> settings = Map.of();
  private UnaryOperator<ObjectNode> replies = UnaryOperator.identity();
  private StandInServer server;

  private record Seen(String model, JsonNode body) {}

  @BeforeEach
  void start() throws IOException {
    server =
        StandInServer.start(
            0,
            log::add,
            (model, body) -> seen.add(new Seen(model, body)),
            reply -> replies.apply(reply));
    settings =
        Map.of(
            "aws.endpointUrlBedrockRuntime", server.endpoint().toString(),
            "aws.region", "us-east-1",
            "aws.accessKeyId", "stand-in",
            "aws.secretAccessKey", "stand-in");
    settings.forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    settings.keySet().forEach(System::clearProperty);
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "stability, 9, us.stability.stable-image-inpaint-v1:0, /mask",
    "nova-canvas, 9, amazon.nova-canvas-v1:0, /outPaintingParams/maskImage",
    "nova-omni, 9, us.amazon.nova-2-omni-v1:0, ''",
  })
  void run_onBedrock_sendsValidRequestsOnlyAndGivesPixelTrueFinalists(
      String family, int pictures, String model, String mask) {
    Path out = temp.resolve("out");

    int code = run(out, "--image-model", family, "--private-access");

    assertThat(code).as("%s", log).isZero();
    assertThat(PixelTruth.of(out)).hasSize(3).allMatch(PixelTruth.Finding::holds);
    assertThat(log).noneMatch(line -> line.contains("refused"));
    List<JsonNode> bought =
        seen.stream().filter(request -> request.model().equals(model)).map(Seen::body).toList();
    assertThat(bought).hasSize(pictures).doesNotHaveDuplicates();
    assertThat(seen.size()).isGreaterThanOrEqualTo(pictures + 4);
    if (!mask.isEmpty()) {
      bought.forEach(body -> assertMask(body, mask));
    }
  }

  /** The commonest fault of real judges: a pass with "None" where the schema wants no text. */
  @Test
  void run_judgeThatWritesNoneEverywhere_givesThreeFinalists() {
    replies = WholeRunTest::withNoneAsSuggestions;
    Path out = temp.resolve("out");

    int code = run(out, "--image-model", "stability");

    assertThat(code).as("%s", log).isZero();
    assertThat(PixelTruth.of(out)).hasSize(3).allMatch(PixelTruth.Finding::holds);
    long judged = seen.stream().filter(request -> tool(request.body()).equals("judge")).count();
    assertThat(judged).as("no reply was asked for twice").isBetween(3L, 9L);
  }

  @Test
  void estimate_ofARun_makesNoCall() {
    assertThat(run(temp.resolve("out"), "--estimate")).isZero();
    assertThat(seen).isEmpty();
  }

  @Test
  void run_retiredModelWithoutPrivateAccess_endsBeforeAnythingIsPaidFor() {
    assertThat(run(temp.resolve("out"), "--image-model", "nova-canvas")).isNotZero();
    assertThat(seen).isEmpty();
  }

  private static int run(Path out, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of(
                "run",
                "a shoe on an urban street at sunset",
                "--provider",
                "bedrock",
                "--canvas",
                "320x320",
                "--out",
                out.toString()));
    arguments.addAll(List.of(more));
    return BrandImageCommand.execute(arguments.toArray(String[]::new));
  }

  private static ObjectNode withNoneAsSuggestions(ObjectNode reply) {
    JsonNode use = reply.at("/output/message/content/0/toolUse");
    if (use.path("name").asText().equals("judge")) {
      for (JsonNode suggestion : use.path("input").findValues("suggestion")) {
        ((ObjectNode) suggestion).put("about", "None").put("change", "None");
      }
    }
    return reply;
  }

  private static String tool(JsonNode request) {
    return request.at("/toolConfig/toolChoice/tool/name").asText();
  }

  /** White is generated and black kept, by Stability's inpaint and by Canvas' OUTPAINTING. */
  private static void assertMask(JsonNode body, String at) {
    RasterImage mask = decoded(body.at(at));
    RasterImage picture =
        decoded(body.at(at.equals("/mask") ? "/image" : "/outPaintingParams/image"));
    assertThat(mask.size()).isEqualTo(picture.size());
    int kept = 0;
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        int argb = mask.argb(x, y);
        assertThat(argb == BLACK || argb == WHITE).as("pure at %s,%s", x, y).isTrue();
        kept += argb == BLACK ? 1 : 0;
      }
    }
    assertThat(kept / (double) mask.size().pixels())
        .as("share of the product")
        .isBetween(0.01, 0.5);
    for (int x = 0; x < mask.width(); x++) {
      assertThat(mask.argb(x, 0)).as("the sky above the product is generated").isEqualTo(WHITE);
    }
  }

  private static RasterImage decoded(JsonNode base64) {
    byte[] bytes = Base64.getDecoder().decode(base64.asText());
    return ImageDecoder.create().decode(EncodedImage.of(EncodedImage.Format.PNG, bytes), "sent");
  }
}
