package org.brandimage.bedrock.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import org.brandimage.bedrock.testkit.RequestRules;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;

/** What the test server refuses before its script runs: unsigned requests and invalid ones. */
public final class ServiceRules {
  private static final RequestRules RULES = new RequestRules();

  private ServiceRules() {}

  static Optional<Reply> refusal(Seen request) {
    if (!request.headers().getOrDefault("authorization", "").startsWith("AWS4-HMAC-SHA256 ")) {
      return Optional.of(
          Reply.error(403, "MissingAuthenticationTokenException", "Missing Authentication Token"));
    }
    return RULES.refusal(request.model(), request.operation(), request.body()).map(Reply::invalid);
  }

  public static RasterImage decoded(JsonNode base64) {
    byte[] bytes = Base64.getDecoder().decode(base64.asText());
    EncodedImage image = EncodedImage.of(EncodedImage.Format.PNG, bytes);
    return ImageDecoder.create().decode(image, "sent");
  }
}
