package org.brandimage.benchmarks.compose;

import org.brandimage.spi.plan.Candidate;

/** Another way to compose one candidate into one canvas and one mask that are used again. */
interface Rival {
  /** Composes a candidate in the place of the one before. */
  void render(Candidate candidate);

  /** Returns a pixel of the canvas; its alpha does not matter. */
  int rgb(int x, int y);

  /** Tells whether the mask keeps a pixel. */
  boolean keeps(int x, int y);
}
