package org.brandimage.local.model;

/** Tokens of a text, filled up to a fixed length. Immutable. */
public final class PaddedTokens {
  private final long[] ids;
  private final long[] mask;

  PaddedTokens(long[] ids, long[] mask) {
    this.ids = ids;
    this.mask = mask;
  }

  /** {@return the ids of the tokens, a copy} */
  public long[] ids() {
    return ids.clone();
  }

  /** {@return 1 for each token of the text and 0 for each that fills up, a copy} */
  public long[] mask() {
    return mask.clone();
  }
}
