package org.brandimage.spi.outpaint;

/** The change that an outpainter may make to a retrieved background. */
public enum BackgroundUse {
  /** Everything but the products is generated; a retrieved background only guides the caption. */
  REGENERATE,
  /**
   * Only a band around the products is generated, and the rest of the retrieved background stays.
   */
  BAND,
  /** Nothing but shadow and light is added to the retrieved background. */
  KEEP
}
