package org.brandimage.bedrock.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** Answers in the recorded shape of each model, computed from the request and its seed. */
public final class ServiceAnswers {
  private ServiceAnswers() {}

  public static Reply of(Seen request) {
    if (request.operation().equals("converse")) {
      return request.body().has("toolConfig") ? toolUse(request.body()) : edited(request.body());
    }
    String base = ModelIds.base(request.model());
    if (base.startsWith("amazon.nova-canvas")) {
      return canvas(request.body());
    }
    if (base.startsWith("stability.")) {
      return stability(request.body());
    }
    return embedding(request.body());
  }

  static Reply toolUse(JsonNode body) {
    String tool = body.path("toolConfig").path("toolChoice").path("tool").path("name").asText();
    return converse(
        "tool_use",
        "{\"toolUse\": {\"toolUseId\": \"t1\", \"name\": \""
            + tool
            + "\", \"input\": {\"answer\": \"duck\"}}}");
  }

  public static Reply converse(String stopReason, String... blocks) {
    return Reply.json(
        "{\"output\": {\"message\": {\"role\": \"assistant\", \"content\": ["
            + String.join(",", blocks)
            + "]}}, \"stopReason\": \""
            + stopReason
            + "\", \"usage\": {\"inputTokens\": 120, \"outputTokens\": 7, \"totalTokens\": 127},"
            + " \"metrics\": {\"latencyMs\": 5}}");
  }

  /** An answer of Nova 2 Omni: a picture of its own size. */
  static Reply edited(JsonNode body) {
    String base64 = "";
    for (JsonNode block : body.path("messages").path(0).path("content")) {
      if (block.has("image")) {
        base64 = block.path("image").path("source").path("bytes").asText();
      }
    }
    if (base64.isEmpty()) {
      return converse("max_tokens", "{\"text\": \"p\"}");
    }
    RasterImage picture = ServiceRules.decoded(TestBedrock.JSON.getNodeFactory().textNode(base64));
    String png = png(picture.size(), (x, y) -> picture.argb(x, y));
    return converse(
        "end_turn",
        "{\"text\": \"Here it is.\"}",
        "{\"image\": {\"format\": \"png\", \"source\": {\"bytes\": \"" + png + "\"}}}");
  }

  static Reply canvas(JsonNode body) {
    JsonNode config = body.path("imageGenerationConfig");
    ArrayNode images = TestBedrock.JSON.createArrayNode();
    for (int i = 0; i < config.path("numberOfImages").asInt(1); i++) {
      long seed = config.path("seed").asLong() * 7 + i;
      switch (body.path("taskType").asText()) {
        case "TEXT_IMAGE" ->
            images.add(
                noise(
                    new Size(config.path("width").asInt(1024), config.path("height").asInt(1024)),
                    seed));
        case "BACKGROUND_REMOVAL" ->
            images.add(cutOut(body.path("backgroundRemovalParams").path("image")));
        default -> images.add(outpainted(body.path("outPaintingParams"), "maskImage", seed));
      }
    }
    ObjectNode reply = TestBedrock.JSON.createObjectNode();
    reply.set("images", images);
    reply.put("error", "");
    return Reply.json(reply.toString());
  }

  private static Reply stability(JsonNode body) {
    String image =
        body.has("prompt")
            ? outpainted(body, "mask", body.path("seed").asLong())
            : cutOut(body.path("image"));
    ObjectNode reply = TestBedrock.JSON.createObjectNode();
    reply.putArray("seeds").add(body.path("seed").asLong());
    reply.putArray("finish_reasons").addNull();
    reply.putArray("images").add(image);
    return Reply.json(reply.toString());
  }

  /** White is changed, black is kept, as both vendors' outpainting says. */
  private static String outpainted(JsonNode params, String maskField, long seed) {
    RasterImage picture = ServiceRules.decoded(params.path("image"));
    if (!params.has(maskField)) {
      return png(picture.size(), (x, y) -> picture.argb(x, y) ^ (patch(seed, x, y) & 0x3F3F3F));
    }
    RasterImage mask = ServiceRules.decoded(params.path(maskField));
    return png(
        picture.size(),
        (x, y) -> mask.argb(x, y) == 0xFFFFFFFF ? patch(seed, x, y) : picture.argb(x, y));
  }

  private static String noise(Size size, long seed) {
    return png(size, (x, y) -> patch(seed, x, y));
  }

  /** A colour a patch of 16 pixels a side: as good as noise, and a small file. */
  private static int patch(long seed, int x, int y) {
    long cell = (seed * 31 + x / 16) * 31 + y / 16;
    return 0xFF000000 | (int) ((cell * 0x9E3779B97F4A7C15L) >>> 40);
  }

  private static String cutOut(JsonNode image) {
    RasterImage photo = ServiceRules.decoded(image);
    int ground = photo.argb(0, 0);
    return png(photo.size(), (x, y) -> photo.argb(x, y) == ground ? 0 : photo.argb(x, y));
  }

  private static Reply embedding(JsonNode body) {
    JsonNode params = body.path("singleEmbeddingParams");
    int dimension =
        params.isMissingNode()
            ? body.path("embeddingConfig").path("outputEmbeddingLength").asInt(1024)
            : params.path("embeddingDimension").asInt(3072);
    Random random =
        new Random(
            params.isMissingNode()
                ? body.hashCode()
                : params.path("text").hashCode() * 31L + params.path("image").hashCode());
    ArrayNode vector = TestBedrock.JSON.createArrayNode();
    for (int i = 0; i < dimension; i++) {
      vector.add(random.nextGaussian());
    }
    ObjectNode reply = TestBedrock.JSON.createObjectNode();
    if (params.isMissingNode()) {
      reply.set("embedding", vector);
      reply.put("inputTextTokenCount", 4);
    } else {
      reply
          .putArray("embeddings")
          .addObject()
          .put("embeddingType", "TEXT")
          .set("embedding", vector);
    }
    return Reply.json(reply.toString());
  }

  public static String png(Size size, IntBinaryOperator colour) {
    int[] pixels = new int[Math.toIntExact(size.pixels())];
    for (int y = 0, i = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        pixels[i++] = colour.applyAsInt(x, y);
      }
    }
    byte[] png = PngWriter.create().encode(RasterImage.adopt(size, pixels)).bytes();
    return Base64.getEncoder().encodeToString(png);
  }
}
