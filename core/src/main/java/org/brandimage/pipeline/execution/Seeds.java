package org.brandimage.pipeline.execution;

import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.result.Fingerprint;

/** Seeds for pieces of work, derived from what the piece is and never from when it runs. */
public final class Seeds {
  private Seeds() {}

  /**
   * Returns a seed in the range every generator accepts.
   *
   * @param seed the seed of the brief
   * @param piece what the work is
   * @return the seed of the piece
   */
  public static long derive(long seed, String piece) {
    String digest = Fingerprint.of("seed").add(seed).add(piece).toHex();
    return Long.parseLong(digest.substring(0, 15), 16) % (CampaignBrief.LARGEST_SEED + 1);
  }
}
