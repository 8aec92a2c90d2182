package org.brandimage.bedrock.stability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.brandimage.exchange.ReceivedPictures;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.image.EncodedImage;

/**
 * The reply of one of Stability AI's services: {@code seeds}, {@code finish_reasons}, {@code
 * images}, each with at most one entry.
 */
record StabilityReply(JsonNode image, String reason) {
  private static final String FILTER = "filter reason:";

  static StabilityReply of(JsonNode reply) {
    String reason = reply.path("finish_reasons").path(0).asText("");
    boolean none = reply.path("finish_reasons").path(0).isNull() || reason.isBlank();
    StabilityReply answer = new StabilityReply(reply.path("images").path(0), none ? "" : reason);
    if (!none && !answer.filtered()) {
      throw new MalformedReplyException(
          "finish_reasons", "the service failed: inference error", "");
    }
    return answer;
  }

  /** Tells whether a filter has blocked the picture. */
  boolean filtered() {
    return reason.toLowerCase(Locale.ROOT).startsWith(FILTER);
  }

  /** Returns what the filter objected to: prompt, output image or input image. */
  String category() {
    return reason.substring(FILTER.length()).strip();
  }

  EncodedImage picture() {
    return ReceivedPictures.decoded(image.textValue());
  }
}
