package org.brandimage.spi.brief;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.result.Fingerprint;

/**
 * The rules of a brand: colours, guidelines, elements that must not appear, and areas where
 * products must not be placed. Immutable.
 */
public final class BrandKit {
  private static final int MOST_ZONES = 16;

  private final String name;
  private final List<Rgb> palette;
  private final List<Guideline> guidelines;
  private final List<String> forbiddenElements;
  private final double safeMargin;
  private final List<SafeZone> safeZones;

  private BrandKit(Builder builder) {
    this.name = builder.name;
    this.palette = List.copyOf(builder.palette);
    this.guidelines = List.copyOf(builder.guidelines);
    this.forbiddenElements = List.copyOf(builder.forbiddenElements);
    this.safeMargin = builder.safeMargin;
    this.safeZones = List.copyOf(builder.safeZones);
    check();
  }

  /**
   * Starts a builder.
   *
   * @param name the brand's name
   * @return a builder with the documented defaults
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * Starts a builder from this value, to change some of it.
   *
   * @return a builder with all of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder(name);
    builder.palette = palette;
    builder.guidelines = guidelines;
    builder.forbiddenElements = forbiddenElements;
    builder.safeMargin = safeMargin;
    builder.safeZones = safeZones;
    return builder;
  }

  /**
   * Returns the brand's name.
   *
   * @return the brand's name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the brand's colours, the most important first; empty when any colour will do.
   *
   * @return the brand's colours, the most important first; empty when any colour will do
   */
  public List<Rgb> palette() {
    return palette;
  }

  /**
   * Returns the brand's own guidelines, beside the baseline every picture is held to.
   *
   * @return the brand's own guidelines, beside the baseline every picture is held to
   */
  public List<Guideline> guidelines() {
    return guidelines;
  }

  /**
   * Returns things that must not appear, as nouns; untrusted text.
   *
   * @return things that must not appear, as nouns; untrusted text
   */
  public List<String> forbiddenElements() {
    return forbiddenElements;
  }

  /**
   * Returns the share of each side that products stay out of, from 0 to 0.4; 0.04 by default.
   *
   * @return the share of each side that products stay out of, from 0 to 0.4; 0.04 by default
   */
  public double safeMargin() {
    return safeMargin;
  }

  /**
   * Returns the rectangles of the canvas that products stay out of; none by default.
   *
   * @return the rectangles of the canvas that products stay out of; none by default
   */
  public List<SafeZone> safeZones() {
    return safeZones;
  }

  /**
   * Returns a brand kit without rules of its own.
   *
   * @return the neutral brand kit
   */
  public static BrandKit neutral() {
    return builder("neutral").build();
  }

  /**
   * Returns the identity of the content.
   *
   * @return lower-case hexadecimal
   */
  public String fingerprint() {
    Fingerprint print = Fingerprint.of("brand-kit").add(name).add(safeMargin);
    print.addAll(palette.stream().map(Rgb::hex).toList()).addAll(forbiddenElements);
    guidelines.forEach(
        rule ->
            print
                .add(rule.id())
                .add(rule.statement())
                .add(rule.necessity().name())
                .add(rule.weight())
                .add(rule.answeredBy().name()));
    print.addAll(safeZones.stream().map(SafeZone::toString).toList());
    return print.toHex();
  }

  private void check() {
    HashSet<String> ids = new HashSet<>();
    for (Guideline guideline : guidelines) {
      if (!ids.add(guideline.id())) {
        throw new InvalidInputException("guideline id", guideline.id(), "give each id once");
      }
    }
    if (safeZones.size() > MOST_ZONES) {
      throw new InvalidInputException(
          "safeZones", safeZones.size() + " zones", "give at most " + MOST_ZONES);
    }
    if (!(safeMargin >= 0 && safeMargin <= 0.4)) {
      throw new InvalidInputException("safeMargin", safeMargin, "give a share from 0 to 0.4");
    }
  }

  @Override
  public String toString() {
    return "BrandKit[" + name + "]";
  }

  /** Builds a {@link BrandKit}. Not thread-safe. */
  public static final class Builder {
    private final String name;
    private List<Rgb> palette = List.of();
    private List<Guideline> guidelines = List.of();
    private List<String> forbiddenElements = List.of();
    private double safeMargin = 0.04;
    private List<SafeZone> safeZones = List.of();

    private Builder(String name) {
      this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * Sets the brand's colours, the most important first; empty when any colour will do.
     *
     * @param palette the brand's colours, the most important first; empty when any colour will do
     * @return this
     */
    public Builder palette(List<Rgb> palette) {
      this.palette = List.copyOf(palette);
      return this;
    }

    /**
     * Sets the brand's own guidelines, beside the baseline every picture is held to.
     *
     * @param guidelines the brand's own guidelines, beside the baseline every picture is held to
     * @return this
     */
    public Builder guidelines(List<Guideline> guidelines) {
      this.guidelines = List.copyOf(guidelines);
      return this;
    }

    /**
     * Sets things that must not appear, as nouns; untrusted text.
     *
     * @param forbiddenElements things that must not appear, as nouns; untrusted text
     * @return this
     */
    public Builder forbiddenElements(List<String> forbiddenElements) {
      this.forbiddenElements = List.copyOf(forbiddenElements);
      return this;
    }

    /**
     * Sets the share of each side that products stay out of, from 0 to 0.4; 0.04 by default.
     *
     * @param safeMargin the share of each side that products stay out of, from 0 to 0.4; 0.04 by
     *     default
     * @return this
     */
    public Builder safeMargin(double safeMargin) {
      this.safeMargin = safeMargin;
      return this;
    }

    /**
     * Sets the rectangles of the canvas that products stay out of; none by default.
     *
     * @param safeZones the rectangles of the canvas that products stay out of; none by default
     * @return this
     */
    public Builder safeZones(List<SafeZone> safeZones) {
      this.safeZones = List.copyOf(safeZones);
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public BrandKit build() {
      return new BrandKit(this);
    }
  }
}
