package org.brandimage.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.imaging.ImageDecoder;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;

/**
 * What the service refuses before a model runs: bodies that break the committed schemas, in the
 * service's own words ("Malformed input request: …, please reformat your input and try again."),
 * and pictures and masks the models' documents rule out.
 */
final class ServiceRules {
  private static final int MOST_BYTES = 25_000_000;

  private ServiceRules() {}

  static Optional<Reply> refusal(Seen request) {
    if (!request.headers().getOrDefault("authorization", "").startsWith("AWS4-HMAC-SHA256 ")) {
      return Optional.of(
          Reply.error(403, "MissingAuthenticationTokenException", "Missing Authentication Token"));
    }
    if (request.body().toString().length() > MOST_BYTES) {
      return Optional.of(Reply.invalid("Input is too long for requested model."));
    }
    Optional<String> problem =
        request.operation().equals("converse")
            ? SdkModelRules.problem(request.body())
            : schemaProblem(request).or(() -> pictureProblem(request));
    return problem.map(
        text ->
            Reply.invalid(
                "Malformed input request: "
                    + text
                    + ", please reformat your input and try again."));
  }

  private static Optional<String> schemaProblem(Seen request) {
    Validator.Result result =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .validate(schema(request.model()), request.body());
    return result.isValid()
        ? Optional.empty()
        : Optional.of(
            "#"
                + result.getErrors().get(0).getInstanceLocation()
                + ": "
                + result.getErrors().get(0).getError());
  }

  private static String schema(String model) {
    String base = ModelIds.base(model);
    String name =
        base.startsWith("amazon.nova-canvas")
            ? "nova-canvas"
            : base.contains("inpaint")
                ? "stability-inpaint"
                : base.contains("remove-background")
                    ? "stability-remove-background"
                    : base.contains("titan") ? "titan-embeddings" : "nova-embeddings";
    try (InputStream in = ServiceRules.class.getResourceAsStream("schemas/" + name + ".json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<String> pictureProblem(Seen request) {
    JsonNode canvas = request.body().path("outPaintingParams");
    if (!canvas.isMissingNode()) {
      return editProblem(canvas.path("image"), canvas.path("maskImage"), 320, 4096);
    }
    JsonNode photo = request.body().path("backgroundRemovalParams").path("image");
    if (!photo.isMissingNode()) {
      return editProblem(photo, photo.path("none"), 320, 4096)
          .filter(text -> !text.contains("320"));
    }
    if (request.body().has("image")) {
      return editProblem(request.body().path("image"), request.body().path("mask"), 64, 9_437_184);
    }
    return Optional.empty();
  }

  private static Optional<String> editProblem(JsonNode image, JsonNode mask, int least, int most) {
    RasterImage picture = decoded(image);
    if (!picture.opaque()) {
      return Optional.of("#/image: must not contain transparent or translucent pixels");
    }
    int shorter = Math.min(picture.width(), picture.height());
    int longer = Math.max(picture.width(), picture.height());
    if (shorter < least || longer > most) {
      return Optional.of("#/image: sides must be from " + least + " to " + most);
    }
    return mask.isTextual() ? maskProblem(picture, decoded(mask)) : Optional.empty();
  }

  private static Optional<String> maskProblem(RasterImage picture, RasterImage mask) {
    if (!mask.size().equals(picture.size())) {
      return Optional.of("#/maskImage: must have the size of the image");
    }
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        int argb = mask.argb(x, y);
        if (argb != 0xFF000000 && argb != 0xFFFFFFFF) {
          return Optional.of("#/maskImage: must be pure black and white");
        }
      }
    }
    return Optional.empty();
  }

  static RasterImage decoded(JsonNode base64) {
    byte[] bytes = Base64.getDecoder().decode(base64.asText());
    EncodedImage image = EncodedImage.of(EncodedImage.Format.PNG, bytes);
    return ImageDecoder.create().decode(image, "sent");
  }
}
