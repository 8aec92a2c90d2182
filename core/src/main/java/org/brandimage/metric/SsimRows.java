package org.brandimage.metric;

import org.jspecify.annotations.Nullable;

/**
 * The similarity map of two planes, one row at a time: the work of structural similarity. Rows must
 * be asked for from the top, each once. Not thread-safe.
 */
interface SsimRows {
  /** The length of a row, at least the number of windows across. */
  int rowLength();

  /** Where in a row window x, from 0, stands; places that no window has hold noise. */
  int place(int x);

  /**
   * Computes one row.
   *
   * @param y the top row of its windows
   * @param luminance true for luminance, contrast and structure together, false for the last two
   * @param target the row is added to it
   */
  void add(int y, boolean luminance, float[] target);

  /** The first plane's window means in the row that was added last. */
  float[] means();

  /** The window means of x²+z² in the row that was added last. */
  float[] squares();

  /**
   * The same of both planes at half the size; to be asked for after the last row.
   *
   * @param moments of the first plane at that size where they are known
   */
  SsimRows halved(@Nullable SsimMoments moments);
}
