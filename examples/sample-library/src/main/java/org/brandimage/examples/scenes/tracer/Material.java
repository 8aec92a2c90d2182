package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/**
 * What a point of a surface does with light: a diffuse or metal base, a rough highlight, an
 * optional clear coat and sheen, light of its own, or glass. Immutable; the {@code with} methods
 * give changed copies.
 *
 * @param base the diffuse colour, the metal's reflectance or the glass' tint, linear, 0..1
 * @param roughness of the highlight, 0 (mirror) to 1 (chalk); perceptual, squared inside
 * @param metallic 0 for dielectrics, 1 for metals
 * @param specular strength of a dielectric's highlight, 0.5 is ordinary (4 % at normal incidence)
 * @param coat strength of a clear coat, 0..1
 * @param coatRoughness of the clear coat, 0..1
 * @param sheen colour of the soft rim of cloth, black for none
 * @param emission radiance given off, black for none
 * @param glass what glass it is
 */
public record Material(
    Vec base,
    double roughness,
    double metallic,
    double specular,
    double coat,
    double coatRoughness,
    Vec sheen,
    Vec emission,
    Glass glass) {

  /** Whether a surface lets light through. */
  public enum Glass {
    /** Opaque. */
    NONE,
    /** A pane without thickness: light goes straight through. */
    PANE,
    /** A solid body of index 1.5: light is bent on entering and leaving. */
    BODY
  }

  /**
   * A matte dielectric with a faint highlight.
   *
   * @param base the colour
   * @return the material, roughness 0.7
   */
  public static Material matte(Vec base) {
    return new Material(base, 0.7, 0, 0.35, 0, 0.1, Vec.ZERO, Vec.ZERO, Glass.NONE);
  }

  /**
   * A glossy dielectric: plastic, paint, glaze, polished leather.
   *
   * @param base the colour
   * @param roughness 0..1
   * @return the material
   */
  public static Material glossy(Vec base, double roughness) {
    return new Material(base, roughness, 0, 0.5, 0, 0.1, Vec.ZERO, Vec.ZERO, Glass.NONE);
  }

  /**
   * A metal.
   *
   * @param base the reflectance
   * @param roughness 0..1
   * @return the material
   */
  public static Material metal(Vec base, double roughness) {
    return new Material(base, roughness, 1, 0.5, 0, 0.1, Vec.ZERO, Vec.ZERO, Glass.NONE);
  }

  /**
   * A light source with no reflection.
   *
   * @param radiance the light given off
   * @return the material
   */
  public static Material glow(Vec radiance) {
    return new Material(Vec.ZERO, 1, 0, 0, 0, 0.1, Vec.ZERO, radiance, Glass.NONE);
  }

  /**
   * Glass; also call {@link Solid#seeThrough()} when it is painted through a {@link Surface} of
   * your own.
   *
   * @param tint what passes at each surface, 1 for clear
   * @param roughness 0 for clear, more for frosted
   * @param kind pane or body
   * @return the material
   */
  public static Material glass(Vec tint, double roughness, Glass kind) {
    return new Material(tint, roughness, 0, 0.5, 0, 0.1, Vec.ZERO, Vec.ZERO, kind);
  }

  /**
   * This in another colour.
   *
   * @param c the base colour
   * @return the changed copy
   */
  public Material withBase(Vec c) {
    return new Material(
        c, roughness, metallic, specular, coat, coatRoughness, sheen, emission, glass);
  }

  /**
   * This with another roughness.
   *
   * @param r 0..1
   * @return the changed copy
   */
  public Material withRoughness(double r) {
    return new Material(base, r, metallic, specular, coat, coatRoughness, sheen, emission, glass);
  }

  /**
   * This with another strength of highlight.
   *
   * @param s 0.5 is ordinary
   * @return the changed copy
   */
  public Material withSpecular(double s) {
    return new Material(base, roughness, metallic, s, coat, coatRoughness, sheen, emission, glass);
  }

  /**
   * This under a clear coat.
   *
   * @param strength 0..1
   * @param coatRough its roughness, 0..1
   * @return the changed copy
   */
  public Material withCoat(double strength, double coatRough) {
    return new Material(
        base, roughness, metallic, specular, strength, coatRough, sheen, emission, glass);
  }

  /**
   * This with the soft rim of cloth.
   *
   * @param c the rim's colour
   * @return the changed copy
   */
  public Material withSheen(Vec c) {
    return new Material(
        base, roughness, metallic, specular, coat, coatRoughness, c, emission, glass);
  }

  /**
   * This with light of its own.
   *
   * @param radiance the light given off
   * @return the changed copy
   */
  public Material withEmission(Vec radiance) {
    return new Material(
        base, roughness, metallic, specular, coat, coatRoughness, sheen, radiance, glass);
  }
}
