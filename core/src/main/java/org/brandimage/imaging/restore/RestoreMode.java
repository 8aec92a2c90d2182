package org.brandimage.imaging.restore;

/** The way in which products are put back into a generated picture. */
public enum RestoreMode {
  /**
   * The product layer over the picture at every pixel with any alpha: opaque product pixels are
   * exact, its translucent edge is blended with the generated pixels.
   */
  EXACT,
  /**
   * As {@link #EXACT} deeper than four pixels inside the mask; from there to the mask's edge the
   * generated pixels fade in, which hides a seam where the light differs.
   */
  FEATHERED,
  /** The picture stays as it is; it is only measured. */
  OFF
}
