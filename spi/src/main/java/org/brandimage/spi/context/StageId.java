package org.brandimage.spi.context;

import java.util.Locale;

/** The steps of a run, in the order in which they happen. Steps in core are not pluggable. */
public enum StageId {
  /** Text to products, backgrounds and themes. */
  DECOMPOSE,
  /** Entities to assets of the library. */
  RETRIEVE,
  /** A background photo to a map of its free ground. */
  SCENE,
  /** A photo to a product with an alpha channel. */
  CUTOUT,
  /** A scene to the text a generator reads. */
  CAPTION,
  /** A scene to a grid of candidates. */
  PLAN,
  /** A candidate to its reference picture and mask; core's own. */
  COMPOSE,
  /** Composites scored, so that only the best of each grid are outpainted; core's own. */
  PRESELECT,
  /** A reference to generated pictures. */
  OUTPAINT,
  /** The product's own pixels put back; core's own. */
  RESTORE,
  /** Measured and judged guidelines. */
  JUDGE,
  /** Policy applied to verdicts; core's own. */
  SELECT,
  /** Pictures put in order. */
  RANK,
  /** A failed round or a person's wish to changed stages. */
  REFINE;

  /**
   * Returns the name as it stands in events, messages and JSON.
   *
   * @return the lower-case name
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
