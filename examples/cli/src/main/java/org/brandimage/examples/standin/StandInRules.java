package org.brandimage.examples.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the stand-in answers to a request that the service would accept. Thread-safe. */
final class StandInRules {
  private final LanguageRules language;
  private final PictureRules pictures;

  StandInRules(ObjectMapper json) {
    this.language = new LanguageRules(json);
    this.pictures = new PictureRules(json);
  }

  /**
   * Answers.
   *
   * @param model the model's id or profile
   * @param operation {@code converse} or {@code invoke}
   * @param request the parsed body
   * @return the parsed reply
   * @throws IllegalArgumentException when the request is not one the stand-in knows
   */
  ObjectNode answer(String model, String operation, JsonNode request) {
    return operation.equals("converse") && request.has("toolConfig")
        ? language.answer(request)
        : pictures.answer(model, operation, request);
  }
}
