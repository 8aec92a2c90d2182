package org.brandimage.bedrock.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brandimage.spi.image.RasterImage;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;

/**
 * Holds a Converse body to the SDK's own model of it, every field known and of its type, and to the
 * limits of Nova.
 *
 * <p>Sources: the Converse API reference; Amazon Nova user guide, image understanding, tool choice.
 */
final class ConverseRules {
  private static final int MOST_IMAGES = 20;
  private static final int MOST_IMAGES_NOVA_2 = 5;
  private static final int MOST_IMAGE_BASE64 = 5_000_000;
  private static final int MOST_OUTPUT_NOVA_1 = 10_000;
  private static final int MOST_OUTPUT_NOVA_2 = 64_000;
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "webp");

  private ConverseRules() {}

  static Optional<String> problem(String model, JsonNode body) {
    return problem(body, ConverseRequest.builder().sdkFields(), "#")
        .or(() -> contentProblem(model, body))
        .or(() -> configProblem(model, body.path("inferenceConfig")))
        .or(() -> toolProblem(body.path("toolConfig")));
  }

  private static Optional<String> contentProblem(String model, JsonNode body) {
    int images = 0;
    for (JsonNode message : body.path("messages")) {
      for (JsonNode block : message.path("content")) {
        if (block.size() != 1) {
          return Optional.of("#/messages: a content block has exactly one member");
        }
        if (block.has("text") && block.path("text").asText().isBlank()) {
          return Optional.of("#/messages: text content blocks must be non-empty");
        }
        if (block.has("image")) {
          images++;
          Optional<String> problem = imageProblem(model, images, block.path("image"));
          if (problem.isPresent()) {
            return problem;
          }
        }
      }
    }
    return body.path("messages").isEmpty()
        ? Optional.of("#/messages: at least one is required")
        : Optional.empty();
  }

  private static Optional<String> imageProblem(String model, int images, JsonNode image) {
    if (model.startsWith("amazon.nova-micro-")) {
      return Optional.of("#/messages: the model reads no images");
    }
    if (images > (model.startsWith("amazon.nova-2-") ? MOST_IMAGES_NOVA_2 : MOST_IMAGES)) {
      return Optional.of("#/messages: too many images");
    }
    String bytes = image.path("source").path("bytes").asText();
    if (bytes.length() > MOST_IMAGE_BASE64 || !FORMATS.contains(image.path("format").asText())) {
      return Optional.of("#/messages: an image is PNG, JPEG, GIF or WebP of at most 3.75 MB");
    }
    RasterImage picture = PictureLimits.decoded(bytes);
    return picture == null
        ? Optional.of("#/messages: an image cannot be decoded")
        : PictureLimits.CONVERSE.sizeProblem(picture);
  }

  private static Optional<String> configProblem(String model, JsonNode config) {
    double temperature = config.path("temperature").asDouble(0);
    int most = Integer.MAX_VALUE;
    if (model.startsWith("amazon.nova-")) {
      most = model.startsWith("amazon.nova-2-") ? MOST_OUTPUT_NOVA_2 : MOST_OUTPUT_NOVA_1;
    }
    int tokens = config.path("maxTokens").asInt(1);
    if (tokens < 1 || tokens > most) {
      return Optional.of("#/inferenceConfig/maxTokens: must be from 1 to " + most);
    }
    return temperature < 0 || temperature > 1
        ? Optional.of("#/inferenceConfig/temperature: must be from 0 to 1")
        : Optional.empty();
  }

  private static Optional<String> toolProblem(JsonNode config) {
    String chosen = config.path("toolChoice").path("tool").path("name").asText();
    boolean known = chosen.isEmpty();
    for (JsonNode tool : config.path("tools")) {
      JsonNode spec = tool.path("toolSpec");
      if (!spec.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}")) {
        return Optional.of("#/toolConfig: a tool's name has 1 to 64 of a-z, A-Z, 0-9, _ and -");
      }
      if (!spec.path("inputSchema").path("json").path("type").asText().equals("object")) {
        return Optional.of("#/toolConfig: a tool's input schema is of type object");
      }
      known |= spec.path("name").asText().equals(chosen);
    }
    return known ? Optional.empty() : Optional.of("#/toolConfig: the tool chosen is not given");
  }

  private static Optional<String> problem(JsonNode node, List<SdkField<?>> fields, String path) {
    if (!node.isObject()) {
      return Optional.of(path + ": expected an object");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String at = path + "/" + entry.getKey();
      Optional<SdkField<?>> field =
          fields.stream()
              .filter(candidate -> candidate.location() == MarshallLocation.PAYLOAD)
              .filter(candidate -> candidate.locationName().equals(entry.getKey()))
              .findFirst();
      if (field.isEmpty()) {
        return Optional.of(at + ": extraneous key is not permitted");
      }
      Optional<String> problem = problem(entry.getValue(), field.get(), at);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> problem(JsonNode value, SdkField<?> field, String path) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      return problem(value, field.constructor().get().sdkFields(), path);
    }
    if (type == MarshallingType.LIST) {
      if (!value.isArray()) {
        return Optional.of(path + ": expected an array");
      }
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      for (JsonNode item : value) {
        Optional<String> problem = problem(item, member, path);
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    }
    boolean fits = fits(type, value);
    return fits ? Optional.empty() : Optional.of(path + ": is not of type " + type);
  }

  private static boolean fits(MarshallingType<?> type, JsonNode value) {
    if (type == MarshallingType.STRING || type == MarshallingType.SDK_BYTES) {
      return value.isTextual();
    }
    if (type == MarshallingType.INTEGER) {
      return value.isInt();
    }
    if (type == MarshallingType.FLOAT) {
      return value.isNumber();
    }
    return type == MarshallingType.DOCUMENT || type == MarshallingType.MAP;
  }
}
