package org.brandimage.bedrock.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The requests Amazon Bedrock Runtime refuses before a model runs, and what it says then. An {@code
 * invoke} body is held to the committed JSON Schema of its model and to the limits of its pictures
 * and masks, a {@code converse} body to the SDK's model of it and to the limits of Nova.
 * Thread-safe.
 *
 * <p>The rules are as strict as the documents, so the real service may accept what is refused here.
 * Models without a schema are not known and refused. Sources stand in the schemas; as of 2026-11.
 */
public final class RequestRules {
  private static final int MOST_BYTES = 25_000_000;
  private static final Pattern PROFILE =
      Pattern.compile("^(arn:.*/)?((us|us-gov|eu|apac|jp|au|ca|global)\\.)?");
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "amazon.nova-canvas-", "nova-canvas",
          "stability.stable-image-inpaint-", "stability-inpaint",
          "stability.stable-image-remove-background-", "stability-remove-background",
          "amazon.titan-embed-image-", "titan-embeddings",
          "amazon.nova-2-multimodal-embeddings-", "nova-embeddings");

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory()).createValidator();
  private final Map<String, URI> schemas = new HashMap<>();

  /** Creates rules with every schema read. */
  public RequestRules() {
    SCHEMAS.forEach((model, name) -> schemas.put(model, validator.registerSchema(text(name))));
  }

  /**
   * Looks for what is wrong with a request.
   *
   * @param model the model's id or its inference profile
   * @param operation {@code converse} or {@code invoke}
   * @param body the parsed body
   * @return the message of the {@code ValidationException}, or empty when the request is valid
   */
  public Optional<String> refusal(String model, String operation, JsonNode body) {
    if (body.toString().length() > MOST_BYTES) {
      return Optional.of("Input is too long for requested model.");
    }
    String base = PROFILE.matcher(model).replaceFirst("");
    Optional<String> problem =
        operation.equals("converse")
            ? ConverseRules.problem(base, body)
            : schemaProblem(base, body).or(() -> PictureLimits.problem(base, body));
    return problem.map(
        text -> "Malformed input request: " + text + ", please reformat your input and try again.");
  }

  private Optional<String> schemaProblem(String model, JsonNode body) {
    Optional<URI> schema =
        SCHEMAS.keySet().stream().filter(model::startsWith).map(schemas::get).findFirst();
    if (schema.isEmpty()) {
      return Optional.of("#: no schema of " + model + " is known");
    }
    Validator.Result result = validator.validate(schema.get(), body);
    return result.isValid()
        ? Optional.empty()
        : Optional.of(
            "#"
                + result.getErrors().get(0).getInstanceLocation()
                + ": "
                + result.getErrors().get(0).getError());
  }

  private static String text(String name) {
    try (InputStream in = RequestRules.class.getResourceAsStream("schemas/" + name + ".json")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the class path", e);
    }
  }
}
