package org.brandimage.spi.model;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.result.Fingerprint;

/**
 * The input of a {@link LanguageModel}: instructions, data, pictures, and the JSON schema that the
 * reply must fit. Immutable.
 */
public final class LanguageRequest {
  private final String instructions;
  private final String content;
  private final String schemaName;
  private final String jsonSchema;
  private final String promptVersion;
  private final List<ImageSource> images;
  private final int maxOutputTokens;
  private final double temperature;

  private LanguageRequest(Builder builder) {
    this.instructions = builder.instructions;
    this.content = builder.content;
    this.schemaName = builder.schemaName;
    this.jsonSchema = builder.jsonSchema;
    this.promptVersion = builder.promptVersion;
    this.images = List.copyOf(builder.images);
    this.maxOutputTokens = builder.maxOutputTokens;
    this.temperature = builder.temperature;
    check();
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param instructions what the model must do; trusted text, never mixed with data
   * @param content the data to work on; untrusted text
   * @param schemaName the name of the schema: from 1 to 64 letters, digits and underscores
   * @param jsonSchema the JSON schema (draft 2020-12, an object at the root) the reply must fit
   * @param promptVersion the version of the instructions, for provenance
   */
  public static Builder builder(
      String instructions,
      String content,
      String schemaName,
      String jsonSchema,
      String promptVersion) {
    return new Builder(instructions, content, schemaName, jsonSchema, promptVersion);
  }

  /** {@return the instructions: what the model must do; trusted text, never mixed with data} */
  public String instructions() {
    return instructions;
  }

  /** {@return the data to work on; untrusted text} */
  public String content() {
    return content;
  }

  /** {@return the name of the schema: from 1 to 64 letters, digits and underscores} */
  public String schemaName() {
    return schemaName;
  }

  /** {@return the JSON schema (draft 2020-12, an object at the root) that the reply must fit} */
  public String jsonSchema() {
    return jsonSchema;
  }

  /** {@return the version of the instructions, for provenance} */
  public String promptVersion() {
    return promptVersion;
  }

  /** {@return the pictures to look at, in the order that the instructions refer to} */
  public List<ImageSource> images() {
    return images;
  }

  /** {@return the largest number of tokens of the reply, at least 1; 2,048 by default} */
  public int maxOutputTokens() {
    return maxOutputTokens;
  }

  /** {@return the temperature: how random the reply is, from 0 to 1; 0 by default} */
  public double temperature() {
    return temperature;
  }

  /** {@return the identity of the request, in lower-case hexadecimal} */
  public String fingerprint() {
    Fingerprint print =
        Fingerprint.of("language")
            .add(instructions)
            .add(content)
            .add(jsonSchema)
            .add(maxOutputTokens)
            .add(temperature);
    images.forEach(image -> print.add(image.digest()));
    return print.toHex();
  }

  private void check() {
    if (!schemaName.matches("[A-Za-z0-9_]{1,64}")) {
      throw new IllegalArgumentException(
          "schemaName must be 1 to 64 letters, digits or underscores: " + schemaName);
    }
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException("maxOutputTokens must be at least 1: " + maxOutputTokens);
    }
    if (!(temperature >= 0 && temperature <= 1)) {
      throw new IllegalArgumentException("temperature must be from 0 to 1: " + temperature);
    }
  }

  @Override
  public String toString() {
    return "LanguageRequest[" + schemaName + ", " + images.size() + " images]";
  }

  /** A builder of {@link LanguageRequest}. Not thread-safe. */
  public static final class Builder {
    private final String instructions;
    private final String content;
    private final String schemaName;
    private final String jsonSchema;
    private final String promptVersion;
    private List<ImageSource> images = List.of();
    private int maxOutputTokens = 2048;
    private double temperature = 0;

    private Builder(
        String instructions,
        String content,
        String schemaName,
        String jsonSchema,
        String promptVersion) {
      this.instructions = Objects.requireNonNull(instructions, "instructions");
      this.content = Objects.requireNonNull(content, "content");
      this.schemaName = Objects.requireNonNull(schemaName, "schemaName");
      this.jsonSchema = Objects.requireNonNull(jsonSchema, "jsonSchema");
      this.promptVersion = Objects.requireNonNull(promptVersion, "promptVersion");
    }

    /**
     * Sets the pictures to look at.
     *
     * @param images in the order that the instructions refer to; none by default
     * @return this
     */
    public Builder images(List<ImageSource> images) {
      this.images = List.copyOf(images);
      return this;
    }

    /**
     * Sets the largest number of tokens of the reply.
     *
     * @param maxOutputTokens at least 1; 2,048 by default
     * @return this
     */
    public Builder maxOutputTokens(int maxOutputTokens) {
      this.maxOutputTokens = maxOutputTokens;
      return this;
    }

    /**
     * Sets the temperature: how random the reply is.
     *
     * @param temperature from 0 to 1; 0 by default
     * @return this
     */
    public Builder temperature(double temperature) {
      this.temperature = temperature;
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     * @throws IllegalArgumentException when the schema's name is not from 1 to 64 letters, digits
     *     and underscores, the number of tokens is below 1, or the temperature is outside 0 to 1
     */
    public LanguageRequest build() {
      return new LanguageRequest(this);
    }
  }
}
