package org.brandimage.spi.model;

import java.util.Objects;
import org.brandimage.spi.context.TokenUsage;

/**
 * The reply of a {@link LanguageModel}.
 *
 * @param json one JSON object; untrusted until the reader has checked it against the schema
 * @param usage the tokens used
 * @param model the id of the model that answered
 */
public record LanguageReply(String json, TokenUsage usage, String model) {
  /** Checks the values. */
  public LanguageReply {
    Objects.requireNonNull(json, "json");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(model, "model");
  }

  @Override
  public String toString() {
    return "LanguageReply[" + model + ", " + json.length() + " characters]";
  }
}
