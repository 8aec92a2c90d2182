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
   * {@return a builder with the documented defaults}
   *
   * @param name the brand's name, any text
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** {@return a builder that holds all of this value, to change some of it} */
  public Builder toBuilder() {
    Builder builder = new Builder(name);
    builder.palette = palette;
    builder.guidelines = guidelines;
    builder.forbiddenElements = forbiddenElements;
    builder.safeMargin = safeMargin;
    builder.safeZones = safeZones;
    return builder;
  }

  /** {@return the brand's name} */
  public String name() {
    return name;
  }

  /** {@return the brand's colours, the most important first; empty when any colour is allowed} */
  public List<Rgb> palette() {
    return palette;
  }

  /**
   * {@return the brand's own guidelines, in addition to the baseline that applies to every picture}
   */
  public List<Guideline> guidelines() {
    return guidelines;
  }

  /** {@return the things that must not appear in a picture, as nouns; untrusted text} */
  public List<String> forbiddenElements() {
    return forbiddenElements;
  }

  /**
   * {@return the margin that products stay out of, as a share of the canvas' width at the left and
   * right and of its height at the top and bottom, from 0 to 0.4; 0.04 by default}
   */
  public double safeMargin() {
    return safeMargin;
  }

  /**
   * {@return the rectangles of the canvas that products stay out of, at most 16; none by default}
   */
  public List<SafeZone> safeZones() {
    return safeZones;
  }

  /** {@return the neutral brand kit, which has no rules of its own} */
  public static BrandKit neutral() {
    return builder("neutral").build();
  }

  /** {@return the identity of the content, in lower-case hexadecimal} */
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

  /** A builder of {@link BrandKit}. Not thread-safe. */
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
     * Sets the brand's colours.
     *
     * @param palette the colours, the most important first; empty, the default, when any colour is
     *     allowed
     * @return this
     */
    public Builder palette(List<Rgb> palette) {
      this.palette = List.copyOf(palette);
      return this;
    }

    /**
     * Sets the brand's own guidelines.
     *
     * @param guidelines the guidelines that apply in addition to the baseline, each id once; none
     *     by default
     * @return this
     */
    public Builder guidelines(List<Guideline> guidelines) {
      this.guidelines = List.copyOf(guidelines);
      return this;
    }

    /**
     * Sets the things that must not appear in a picture.
     *
     * @param forbiddenElements nouns; untrusted text; none by default
     * @return this
     */
    public Builder forbiddenElements(List<String> forbiddenElements) {
      this.forbiddenElements = List.copyOf(forbiddenElements);
      return this;
    }

    /**
     * Sets the margin that products stay out of, as a share of the canvas' width at the left and
     * right and of its height at the top and bottom.
     *
     * @param safeMargin from 0 to 0.4; 0.04 by default
     * @return this
     */
    public Builder safeMargin(double safeMargin) {
      this.safeMargin = safeMargin;
      return this;
    }

    /**
     * Sets the rectangles of the canvas that products stay out of.
     *
     * @param safeZones at most 16; none by default
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
     * @throws InvalidInputException when a guideline's id stands twice, there are more than 16 safe
     *     zones, or the safe margin is outside 0 to 0.4
     */
    public BrandKit build() {
      return new BrandKit(this);
    }
  }
}
