package org.brandimage.metric;

/**
 * The similarity map of a strip of two planes, one row at a time: the work of structural
 * similarity. Rows must be asked for from the top, each once. Not thread-safe.
 */
interface SsimRows {
  /** The length of a row, at least the number of windows across. */
  int rowLength();

  /** Where in a row the strip's window x, from 0, stands; places that no window has hold noise. */
  int place(int x);

  /**
   * Computes one row.
   *
   * @param y the top row of its windows
   * @param luminance true for luminance, contrast and structure together, false for the last two
   * @param target takes the row
   */
  void next(int y, boolean luminance, float[] target);
}
