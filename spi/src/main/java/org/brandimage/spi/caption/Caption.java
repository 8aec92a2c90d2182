package org.brandimage.spi.caption;

import java.util.Objects;
import org.brandimage.spi.result.Fingerprint;

/**
 * The text that describes a scene to a generator, with its parts (subject, reference, environment,
 * position, lighting, camera, style) as separate fields. The text describes a photograph as if it
 * existed; it gives no instructions. Immutable.
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
   * {@return a builder with the documented defaults}
   *
   * @param text the full text of the caption, from 1 to 1,024 characters, not blank
   * @param subject the thing that is shown ("a leather handbag")
   * @param reference the thing the subject stands on or by ("a wooden table")
   * @param environment the surroundings of subject and reference ("a sunlit kitchen")
   */
  public static Builder builder(String text, String subject, String reference, String environment) {
    return new Builder(text, subject, reference, environment);
  }

  /** {@return the full text of the caption, from 1 to 1,024 characters, not blank} */
  public String text() {
    return text;
  }

  /** {@return the subject: the thing that is shown ("a leather handbag")} */
  public String subject() {
    return subject;
  }

  /** {@return the reference: the thing the subject stands on or by ("a wooden table")} */
  public String reference() {
    return reference;
  }

  /** {@return the environment: the surroundings of subject and reference ("a sunlit kitchen")} */
  public String environment() {
    return environment;
  }

  /** {@return the position: how the subject stands; empty when not given} */
  public String position() {
    return position;
  }

  /** {@return the lighting: where the light comes from; empty when not given} */
  public String lighting() {
    return lighting;
  }

  /** {@return the camera: how the picture was photographed; empty when not given} */
  public String camera() {
    return camera;
  }

  /** {@return the style: the look of the picture; empty when not given} */
  public String style() {
    return style;
  }

  /**
   * {@return the negative text: the nouns of things that must not appear, at most 1,024 characters,
   * without negation words; empty when there are none}
   */
  public String negativeText() {
    return negativeText;
  }

  /**
   * The largest number of characters of a caption, which is the limit of Amazon Nova Canvas' {@code
   * text}.
   */
  public static final int MAX_LENGTH = 1024;

  /** {@return the identity of the texts that a generator reads, in lower-case hexadecimal} */
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

  /** A builder of {@link Caption}. Not thread-safe. */
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
     * Sets the position.
     *
     * @param position how the subject stands; empty by default
     * @return this
     */
    public Builder position(String position) {
      this.position = Objects.requireNonNull(position, "position");
      return this;
    }

    /**
     * Sets the lighting.
     *
     * @param lighting where the light comes from; empty by default
     * @return this
     */
    public Builder lighting(String lighting) {
      this.lighting = Objects.requireNonNull(lighting, "lighting");
      return this;
    }

    /**
     * Sets the camera.
     *
     * @param camera how the picture was photographed; empty by default
     * @return this
     */
    public Builder camera(String camera) {
      this.camera = Objects.requireNonNull(camera, "camera");
      return this;
    }

    /**
     * Sets the style.
     *
     * @param style the look of the picture; empty by default
     * @return this
     */
    public Builder style(String style) {
      this.style = Objects.requireNonNull(style, "style");
      return this;
    }

    /**
     * Sets the negative text.
     *
     * @param negativeText the nouns of things that must not appear, at most 1,024 characters,
     *     without negation words; empty by default
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
     * @throws IllegalArgumentException when the text is blank, or the text or the negative text is
     *     longer than 1,024 characters
     */
    public Caption build() {
      return new Caption(this);
    }
  }
}
