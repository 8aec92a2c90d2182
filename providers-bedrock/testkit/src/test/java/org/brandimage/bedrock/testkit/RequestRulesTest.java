package org.brandimage.bedrock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
  private static final String CANVAS = "amazon.nova-canvas-v1:0";
  private static final String INPAINT = "us.stability.stable-image-inpaint-v1:0";
  private static final int BLACK = 0xFF000000;
  private static final RequestRules RULES = new RequestRules();

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void refusal_validRequests_isEmpty() throws Exception {
    String picture = png(320, 320, BLACK);
    assertThat(refusal(INPAINT, "invoke", inpaint(picture, picture))).isEmpty();
    assertThat(refusal(CANVAS, "invoke", outpaint(picture, picture, ""))).isEmpty();
    assertThat(refusal("amazon.nova-2-lite-v1:0", "converse", converse("'text': 'a'"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "319, 640, sides must be from 320 to 4096",
    "4112, 1028, sides must be from 320 to 4096",
    "2064, 2048, at most 4194304 pixels",
    "1300, 320, not be longer than 4.0 times",
  })
  void refusal_canvasOutsideTheLimits_saysWhich(int width, int height, String said)
      throws Exception {
    String picture = png(width, height, BLACK);
    assertThat(refusal(CANVAS, "invoke", outpaint(picture, picture, ""))).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "63, 100, sides must be from 64",
    "3200, 3200, at most 9437184 pixels",
    "1000, 399, not be longer than 2.5 times",
  })
  void refusal_inpaintOutsideTheLimits_saysWhich(int width, int height, String said)
      throws Exception {
    String picture = png(width, height, BLACK);
    assertThat(refusal(INPAINT, "invoke", inpaint(picture, picture))).contains(said);
  }

  @Test
  void refusal_maskThatIsGreyOrOfAnotherSize_saysSo() throws Exception {
    String picture = png(320, 320, BLACK);
    assertThat(refusal(INPAINT, "invoke", inpaint(picture, png(320, 320, 0xFF808080))))
        .contains("pure black and white");
    assertThat(refusal(INPAINT, "invoke", inpaint(picture, png(320, 336, BLACK))))
        .contains("the size of the image");
    assertThat(refusal(INPAINT, "invoke", inpaint(picture, "AAAA"))).contains("mask");
    assertThat(refusal(INPAINT, "invoke", inpaint(png(320, 320, 0x80FFFFFF), picture)))
        .contains("transparent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'width': 320",
        "'numberOfImages': 6",
        "'seed': -1",
        "'cfgScale': 11",
        "'quality': 'best'",
      })
  void refusal_canvasConfigOutsideItsSchema_isMalformed(String config) throws Exception {
    String picture = png(320, 320, BLACK);
    assertThat(refusal(CANVAS, "invoke", outpaint(picture, picture, config)))
        .startsWith("Malformed input request: #")
        .endsWith("please reformat your input and try again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "amazon.nova-2-lite-v1:0 | 'text': ' ' | non-empty",
        "amazon.nova-2-lite-v1:0 | 'words': 'a' | extraneous key",
        "amazon.nova-2-lite-v1:0 | 'text': 'a', 'image': {} | exactly one member",
        "amazon.nova-micro-v1:0 | 'image': {'format': 'png'} | reads no images",
        "amazon.nova-pro-v1:0 | 'image': {'format': 'bmp'} | PNG, JPEG, GIF or WebP",
      })
  void refusal_converseContentThatIsInvalid_saysWhat(String model, String block, String said)
      throws Exception {
    assertThat(refusal(model, "converse", converse(block))).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'inferenceConfig': {'maxTokens': 10001} | from 1 to 10000",
        "'inferenceConfig': {'maxTokens': 0} | from 1 to",
        "'inferenceConfig': {'temperature': 1.5} | from 0 to 1",
        "'toolConfig': {'tools': [], 'toolChoice': {'tool': {'name': 'judge'}}} | not given",
      })
  void refusal_converseSettingsOutsideTheLimits_saysWhich(String more, String said)
      throws Exception {
    String body = converse("'text': 'a'").replaceFirst("}$", ", " + more + "}");
    assertThat(refusal("us.amazon.nova-pro-v1:0", "converse", body)).contains(said);
  }

  @Test
  void refusal_modelWithoutASchema_isNotKnown() throws Exception {
    assertThat(refusal("some.model", "invoke", "{}")).contains("no schema of some.model");
  }

  private String refusal(String model, String operation, String body) throws Exception {
    return RULES.refusal(model, operation, json.readTree(body.replace('\'', '"'))).orElse("");
  }

  private static String converse(String block) {
    return "{'messages': [{'role': 'user', 'content': [{" + block + "}]}]}";
  }

  private static String inpaint(String image, String mask) {
    return "{'image': '" + image + "', 'mask': '" + mask + "', 'prompt': 'a duck'}";
  }

  private static String outpaint(String image, String mask, String config) {
    return "{'taskType': 'OUTPAINTING', 'outPaintingParams': {'image': '"
        + image
        + "', 'maskImage': '"
        + mask
        + "', 'text': 'a duck'}, 'imageGenerationConfig': {"
        + config
        + "}}";
  }

  private static String png(int width, int height, int argb) {
    RasterImage picture = RasterImage.filled(new Size(width, height), argb);
    return Base64.getEncoder().encodeToString(PngWriter.create().encode(picture).bytes());
  }
}
