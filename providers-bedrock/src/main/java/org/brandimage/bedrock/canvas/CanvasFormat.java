package org.brandimage.bedrock.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.brandimage.bedrock.gateway.BedrockPrices;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.wire.ModelCall.Bill;
import org.brandimage.exchange.PaidPictures;
import org.brandimage.exchange.ReceivedPictures;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * Requests and replies as Nova Canvas writes them.
 *
 * <p>Source: Amazon Nova user guide, image generation (request structure, access, errors), as of
 * 2026-11; the seed's range is the smaller one of older documents, which every version accepts.
 */
final class CanvasFormat {
  static final int MOST_IMAGES = 5;
  private static final long SEEDS = 858_993_460L;
  static final int SHORTEST_SIDE = 320;
  private static final int LONGEST_SIDE = 4096;
  private static final int MULTIPLE = 16;
  private static final int WIDEST = 4;
  private static final long PIXELS = 4_194_304;
  private static final int LONGEST_TEXT = 1024;

  private CanvasFormat() {}

  /** Returns a seed every version of the service accepts. */
  static long seed(long seed, int index) {
    return (seed + index) % SEEDS;
  }

  static void putText(ObjectNode params, Caption caption) {
    params.put("text", cut(caption.text()));
    if (!caption.negativeText().isBlank()) {
      params.put("negativeText", cut(caption.negativeText()));
    }
  }

  static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /** Checks the size of a picture to be generated. */
  static void requireCanvas(String who, Size size) {
    if (size.width() % MULTIPLE != 0 || size.height() % MULTIPLE != 0) {
      throw new UnsupportedInputException(
          who + " takes sides that are multiples of 16 pixels, not " + size);
    }
    requireInput(who, size);
  }

  /** Checks the size of a picture to be edited. */
  static void requireInput(String who, Size size) {
    int longer = Math.max(size.width(), size.height());
    int shorter = Math.min(size.width(), size.height());
    // 2048x2048 has exactly as many pixels as the limit and is a price tier of its own.
    if (shorter < SHORTEST_SIDE
        || longer > LONGEST_SIDE
        || longer > WIDEST * shorter
        || size.pixels() > PIXELS) {
      throw new UnsupportedInputException(
          who
              + " takes sides from 320 to 4096 pixels, at most 4194304 pixels and shapes from 1:4"
              + " to 4:1, not "
              + size);
    }
  }

  static Cost price(BedrockPrices prices, String model, Unit unit, int images) {
    return new Cost(images, prices.microUsd(model, unit, BigDecimal.valueOf(images)));
  }

  /**
   * Bills the pictures that came; a reply without any is billed in full, to be on the safe side.
   */
  static Bill bill(JsonNode reply, Cost most, BedrockPrices prices, String model, Unit unit) {
    int came = reply.path("images").size();
    Cost cost = came == 0 ? most : price(prices, model, unit, Math.min(came, (int) most.units()));
    return new Bill(cost, TokenUsage.NONE);
  }

  /** Turns a reply into pictures, and rejections for those a filter has blocked. */
  static Outpainting read(
      JsonNode reply, int first, int count, Size canvas, IntToLongFunction seedOf) {
    List<OutpaintedImage> images = new ArrayList<>();
    List<OutpaintRejection> rejections = new ArrayList<>();
    for (JsonNode image : reply.path("images")) {
      if (images.size() < count) {
        int index = first + images.size();
        images.add(
            new OutpaintedImage(
                index,
                ReceivedPictures.onCanvas(ReceivedPictures.decoded(image.textValue()), canvas),
                seedOf.applyAsLong(index)));
      }
    }
    int missing = count - images.size();
    if (missing > 0) {
      PaidPictures.reject(
          first + images.size(), missing, "output image", reason(reply), rejections);
    }
    return new Outpainting(images, rejections);
  }

  /** Returns why pictures are missing; a blank error counts as none, as the service sends those. */
  private static String reason(JsonNode reply) {
    boolean moderated = reply.path("status").asText("").contains("Moderated");
    String error = reply.path("error").asText("");
    if (error.isBlank() && !moderated) {
      throw new MalformedReplyException(
          "images", "fewer than asked for, and no error says why", "");
    }
    return "the provider's filter blocked it";
  }
}
