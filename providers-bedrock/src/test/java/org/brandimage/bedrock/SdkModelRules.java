package org.brandimage.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;

/** Holds a Converse body to the SDK's own model of it: every field known and of its type. */
final class SdkModelRules {
  private SdkModelRules() {}

  static Optional<String> problem(JsonNode body) {
    Optional<String> form = problem(body, ConverseRequest.builder().sdkFields(), "#");
    if (form.isPresent()) {
      return form;
    }
    for (JsonNode message : body.path("messages")) {
      for (JsonNode block : message.path("content")) {
        if (block.size() != 1) {
          return Optional.of("#/messages: a content block has exactly one member");
        }
        if (block.has("text") && block.path("text").asText().isBlank()) {
          return Optional.of("#/messages: text content blocks must be non-empty");
        }
      }
    }
    return body.path("messages").isEmpty()
        ? Optional.of("#/messages: at least one is required")
        : Optional.empty();
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
