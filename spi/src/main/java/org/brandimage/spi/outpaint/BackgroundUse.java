package org.brandimage.spi.outpaint;

/** What an outpainter may do to the background it is given. */
public enum BackgroundUse {
  /**
   * Everything but the product is generated anew; a retrieved background only guides the caption.
   */
  REGENERATE,
  /** Only a band around the product is generated, so that the retrieved background stays. */
  BAND,
  /** Nothing but shadow and light is added to the retrieved background. */
  KEEP
}
