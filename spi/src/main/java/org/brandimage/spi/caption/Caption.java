package org.brandimage.spi.caption;

import java.util.Objects;
import org.brandimage.spi.result.Fingerprint;

/**
 * The text a generator reads, with the topology behind it as separate fields. It describes a
 * photograph as if it existed; it does not instruct. Immutable.
 */
public final class Caption {
  private final String text;
  private final String subject;
  private final String reference;
  private final String environment;
  private final String position;
  private final String lighting;
  private final String camera;
  private final String style;
  private final String negativeText;

  private Caption(Builder builder) {
    this.text = builder.text;
    this.subject = builder.subject;
    this.reference = builder.reference;
    this.environment = builder.environment;
    this.position = builder.position;
    this.lighting = builder.lighting;
    this.camera = builder.camera;
    this.style = builder.style;
    this.negativeText = builder.negativeText;
    check();
  }

  /**
   * Starts a builder.
   *
   * @param text the caption, from 1 to 1,024 characters
   * @param subject what is shown ("a leather handbag")
   * @param reference the point of reference the subject stands on or by ("a wooden table")
   * @param environment what surrounds both ("a sunlit kitchen")
   * @return a builder with the documented defaults
   */
  public static Builder builder(String text, String subject, String reference, String environment) {
    return new Builder(text, subject, reference, environment);
  }

  /**
   * Returns the caption, from 1 to 1,024 characters.
   *
   * @return the caption, from 1 to 1,024 characters
   */
  public String text() {
    return text;
  }

  /**
   * Returns what is shown ("a leather handbag").
   *
   * @return what is shown ("a leather handbag")
   */
  public String subject() {
    return subject;
  }

  /**
   * Returns the point of reference the subject stands on or by ("a wooden table").
   *
   * @return the point of reference the subject stands on or by ("a wooden table")
   */
  public String reference() {
    return reference;
  }

  /**
   * Returns what surrounds both ("a sunlit kitchen").
   *
   * @return what surrounds both ("a sunlit kitchen")
   */
  public String environment() {
    return environment;
  }

  /**
   * Returns how the subject stands; empty when not said.
   *
   * @return how the subject stands; empty when not said
   */
  public String position() {
    return position;
  }

  /**
   * Returns where the light comes from; empty when not said.
   *
   * @return where the light comes from; empty when not said
   */
  public String lighting() {
    return lighting;
  }

  /**
   * Returns how it was photographed; empty when not said.
   *
   * @return how it was photographed; empty when not said
   */
  public String camera() {
    return camera;
  }

  /**
   * Returns the look; empty when not said.
   *
   * @return the look; empty when not said
   */
  public String style() {
    return style;
  }

  /**
   * Returns nouns that must not appear, at most 1,024 characters, without negation words; empty
   * when there are none.
   *
   * @return nouns that must not appear, at most 1,024 characters, without negation words; empty
   *     when there are none
   */
  public String negativeText() {
    return negativeText;
  }

  /** The most characters a caption may have: the limit of Amazon Nova Canvas' {@code text}. */
  public static final int MAX_LENGTH = 1024;

  /**
   * Returns the identity of what a generator reads.
   *
   * @return lower-case hexadecimal
   */
  public String fingerprint() {
    return Fingerprint.of("caption").add(text).add(negativeText).toHex();
  }

  private void check() {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "caption must have from 1 to " + MAX_LENGTH + " characters: " + text.length());
    }
    if (negativeText.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "negativeText must have at most " + MAX_LENGTH + " characters: " + negativeText.length());
    }
  }

  @Override
  public String toString() {
    return "Caption[" + text.length() + " characters]";
  }

  /** Builds a {@link Caption}. Not thread-safe. */
  public static final class Builder {
    private final String text;
    private final String subject;
    private final String reference;
    private final String environment;
    private String position = "";
    private String lighting = "";
    private String camera = "";
    private String style = "";
    private String negativeText = "";

    private Builder(String text, String subject, String reference, String environment) {
      this.text = Objects.requireNonNull(text, "text");
      this.subject = Objects.requireNonNull(subject, "subject");
      this.reference = Objects.requireNonNull(reference, "reference");
      this.environment = Objects.requireNonNull(environment, "environment");
    }

    /**
     * Sets how the subject stands; empty when not said.
     *
     * @param position how the subject stands; empty when not said
     * @return this
     */
    public Builder position(String position) {
      this.position = Objects.requireNonNull(position, "position");
      return this;
    }

    /**
     * Sets where the light comes from; empty when not said.
     *
     * @param lighting where the light comes from; empty when not said
     * @return this
     */
    public Builder lighting(String lighting) {
      this.lighting = Objects.requireNonNull(lighting, "lighting");
      return this;
    }

    /**
     * Sets how it was photographed; empty when not said.
     *
     * @param camera how it was photographed; empty when not said
     * @return this
     */
    public Builder camera(String camera) {
      this.camera = Objects.requireNonNull(camera, "camera");
      return this;
    }

    /**
     * Sets the look; empty when not said.
     *
     * @param style the look; empty when not said
     * @return this
     */
    public Builder style(String style) {
      this.style = Objects.requireNonNull(style, "style");
      return this;
    }

    /**
     * Sets nouns that must not appear, at most 1,024 characters, without negation words; empty when
     * there are none.
     *
     * @param negativeText nouns that must not appear, at most 1,024 characters, without negation
     *     words; empty when there are none
     * @return this
     */
    public Builder negativeText(String negativeText) {
      this.negativeText = Objects.requireNonNull(negativeText, "negativeText");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public Caption build() {
      return new Caption(this);
    }
  }
}
