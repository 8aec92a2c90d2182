package org.brandimage.bedrock.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.wire.InvokeModelCalls;
import org.brandimage.bedrock.wire.ModelCall.Bill;
import org.brandimage.bedrock.wire.ModelCall.Kind;
import org.brandimage.exchange.SentPictures;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedding;

/** Calls of both embedders, one for each text or picture, with their prices and replies. */
record EmbeddingCalls(BedrockGateway gateway, String model, int dimension) {
  private static final int LONGEST_SIDE = 1024;
  private static final int MOST_BYTES = 15_000_000;

  /** Writes the request of one text or picture. */
  interface Format {
    ObjectNode text(String text);

    ObjectNode image(String base64Png);

    JsonNode vector(JsonNode reply);
  }

  List<Embedding> embed(EmbedRequest request, Format format, StageContext context)
      throws InterruptedException {
    requireServed(request);
    List<Embedding> embeddings = new ArrayList<>();
    for (String text : request.texts()) {
      context.checkActive();
      embeddings.add(call(format.text(text), List.of(text), textCost(text), format, context));
    }
    for (ImageSource image : request.images()) {
      context.checkActive();
      byte[] png = SentPictures.fitting(image, LONGEST_SIDE, MOST_BYTES).bytes();
      ObjectNode body = format.image(Base64.getEncoder().encodeToString(png));
      embeddings.add(call(body, List.of(), imageCost(), format, context));
    }
    return embeddings;
  }

  Cost estimate(EmbedRequest request) {
    Cost sum = Cost.NONE;
    for (String text : request.texts()) {
      sum = sum.plus(textCost(text));
    }
    Cost image = imageCost();
    return sum.plus(new Cost(request.images().size(), image.microUsd() * request.images().size()));
  }

  Set<String> unpricedModels() {
    return gateway.prices().knows(model, Unit.MILLION_INPUT_TOKENS, Unit.INPUT_IMAGE)
        ? Set.of()
        : Set.of(model);
  }

  private Embedding call(
      ObjectNode body, List<String> sent, Cost most, Format format, StageContext context)
      throws InterruptedException {
    return gateway.call(
        InvokeModelCalls.of(
            model,
            Kind.TEXT,
            most,
            body,
            Map.of("dimension", String.valueOf(dimension)),
            sent,
            reply -> new Bill(most, TokenUsage.NONE),
            reply -> embedding(format.vector(reply))),
        context);
  }

  private Embedding embedding(JsonNode vector) {
    if (!vector.isArray() || vector.size() != dimension) {
      throw new MalformedReplyException(
          "embedding", "has not " + dimension + " values but " + vector.size(), "");
    }
    float[] values = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      values[i] = (float) vector.get(i).asDouble(Double.NaN);
    }
    try {
      return Embedding.of(values);
    } catch (IllegalArgumentException e) {
      throw new MalformedReplyException("embedding", "is not finite or all zero", "");
    }
  }

  /** A text has at most as many tokens as bytes; the service may say how many, or not. */
  private Cost textCost(String text) {
    long bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return new Cost(1, gateway.prices().microUsd(model, new TokenUsage(bytes, 0)));
  }

  private Cost imageCost() {
    return new Cost(1, gateway.prices().microUsd(model, Unit.INPUT_IMAGE, BigDecimal.ONE));
  }

  private static void requireServed(EmbedRequest request) {
    for (int i = 0; i < request.texts().size(); i++) {
      if (request.texts().get(i).isBlank()) {
        throw new UnsupportedInputException(
            "texts[" + i + "] is blank - leave it out, the service embeds no blank text");
      }
    }
  }
}
