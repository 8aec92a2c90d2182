package org.brandimage.metric;

/**
 * What structural similarity needs of one plane at one scale, and needs again for every plane it is
 * compared with: the window means of x and of x², row after row in the order of {@link SsimRows}, x
 * less mid-grey. Immutable.
 */
final class SsimMoments {
  private final float[] means;
  private final float[] squares;

  private SsimMoments(float[] means, float[] squares) {
    this.means = means;
    this.squares = squares;
  }

  /** Computes them from a plane beside itself. */
  static SsimMoments of(SsimRows rows, int down) {
    int length = rows.rowLength();
    float[] means = new float[length * down];
    float[] squares = new float[length * down];
    float[] similarity = new float[length];
    for (int y = 0; y < down; y++) {
      rows.add(y, false, similarity);
      System.arraycopy(rows.means(), 0, means, y * length, length);
      // Of a plane beside itself that is twice what is wanted.
      float[] twice = rows.squares();
      for (int i = 0; i < length; i++) {
        squares[y * length + i] = 0.5f * twice[i];
      }
    }
    return new SsimMoments(means, squares);
  }

  /** Puts a row of the means there, and adds a row of the squares to those. */
  void supply(int y, int length, float[] meanRow, float[] squareRow) {
    System.arraycopy(means, y * length, meanRow, 0, length);
    for (int i = 0, at = y * length; i < length; i++) {
      squareRow[i] += squares[at + i];
    }
  }
}
