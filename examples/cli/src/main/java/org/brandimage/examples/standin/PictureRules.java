package org.brandimage.examples.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Random;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** Answers of image models and embedders, computed from the pictures that were sent. */
final class PictureRules {
  private static final int DEFAULT_SIDE = 1024;

  private final ObjectMapper json;
  private final ImageDecoder decoder = ImageDecoder.create();

  PictureRules(ObjectMapper json) {
    this.json = json;
  }

  ObjectNode answer(String model, String operation, JsonNode request) {
    if (operation.equals("converse")) {
      return converse(request);
    }
    if (model.contains("nova-canvas")) {
      return canvas(request);
    }
    return model.contains("stability.") ? stability(request) : embedding(request);
  }

  /** Nova 2 Omni edits a picture; any other model is only being pinged. */
  private ObjectNode converse(JsonNode request) {
    String bytes = "";
    for (JsonNode block : request.path("messages").path(0).path("content")) {
      bytes = block.path("image").path("source").path("bytes").asText(bytes);
    }
    if (bytes.isEmpty()) {
      JsonNode text = json.createObjectNode().put("text", "p");
      return Converse.reply(json, "max_tokens", text, 1, 1);
    }
    RasterImage picture = decoded(bytes);
    ObjectNode image = json.createObjectNode();
    image
        .putObject("image")
        .put("format", "png")
        .putObject("source")
        .put("bytes", encoded(Relight.relit(picture, 1)));
    return Converse.reply(json, "end_turn", image, DEFAULT_SIDE, DEFAULT_SIDE);
  }

  private ObjectNode canvas(JsonNode request) {
    JsonNode config = request.path("imageGenerationConfig");
    ObjectNode reply = json.createObjectNode();
    ArrayNode images = reply.putArray("images");
    for (int i = 0; i < config.path("numberOfImages").asInt(1); i++) {
      long seed = config.path("seed").asLong() + i;
      images.add(
          switch (request.path("taskType").asText()) {
            case "OUTPAINTING" -> outpainted(request.path("outPaintingParams"), "maskImage", seed);
            case "BACKGROUND_REMOVAL" -> cutOut(request.path("backgroundRemovalParams"));
            case "TEXT_IMAGE" -> encoded(Relight.studio(size(config), seed));
            default -> throw new IllegalArgumentException("taskType");
          });
    }
    return reply.put("error", "");
  }

  private ObjectNode stability(JsonNode request) {
    long seed = request.path("seed").asLong();
    ObjectNode reply = json.createObjectNode();
    reply.putArray("seeds").add(seed);
    reply.putArray("finish_reasons").addNull();
    reply
        .putArray("images")
        .add(request.has("prompt") ? outpainted(request, "mask", seed) : cutOut(request));
    return reply;
  }

  private String outpainted(JsonNode params, String maskField, long seed) {
    RasterImage picture = decoded(params.path("image").asText());
    if (!params.has(maskField)) {
      return encoded(Relight.relit(picture, seed));
    }
    RasterImage mask = decoded(params.path(maskField).asText());
    if (!mask.size().equals(picture.size())) {
      throw new IllegalArgumentException("mask");
    }
    return encoded(Relight.outpainted(picture, mask, seed));
  }

  private String cutOut(JsonNode params) {
    return encoded(Relight.withoutGround(decoded(params.path("image").asText())));
  }

  /** Words that two texts share bring their vectors together, so that a search finds something. */
  private ObjectNode embedding(JsonNode request) {
    JsonNode params = request.path("singleEmbeddingParams");
    boolean titan = params.isMissingNode();
    int dimension =
        titan
            ? request.path("embeddingConfig").path("outputEmbeddingLength").asInt(DEFAULT_SIDE)
            : params.path("embeddingDimension").asInt(DEFAULT_SIDE);
    String text =
        titan
            ? request.path("inputText").asText("a picture")
            : params.path("text").path("value").asText("a picture");
    double[] sum = new double[dimension];
    for (String word : text.toLowerCase(java.util.Locale.ROOT).split("\\W+", -1)) {
      Random random = new Random(word.hashCode());
      for (int i = 0; i < dimension; i++) {
        sum[i] += random.nextGaussian();
      }
    }
    ArrayNode vector = json.createArrayNode();
    for (double value : sum) {
      vector.add(value);
    }
    ObjectNode reply = json.createObjectNode();
    if (titan) {
      reply.set("embedding", vector);
    } else {
      reply
          .putArray("embeddings")
          .addObject()
          .put("embeddingType", "TEXT")
          .set("embedding", vector);
    }
    return reply;
  }

  private static Size size(JsonNode config) {
    return new Size(
        config.path("width").asInt(DEFAULT_SIDE), config.path("height").asInt(DEFAULT_SIDE));
  }

  private RasterImage decoded(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    return decoder.decode(EncodedImage.of(EncodedImage.Format.PNG, bytes), "request");
  }

  private static String encoded(RasterImage picture) {
    return Base64.getEncoder().encodeToString(PngWriter.create().encode(picture).bytes());
  }
}
