package org.brandimage.examples.scenes.geometry;

/**
 * A pattern of oblong pieces laid in rows: bricks, tiles, paving stones, floor boards.
 *
 * @param length of a piece along u, joint included, metres
 * @param width of a row along v, joint included, metres
 * @param shift by which part of a length each row is moved; below 0 moves every row at random
 */
public record Bond(double length, double width, double shift) {

  /**
   * One place in the pattern.
   *
   * @param edge the distance to the nearest border of the piece, metres
   * @param column which piece of its row
   * @param row which row
   * @param u across the piece along its length from its middle, metres
   * @param v across the piece along its width from its middle, metres
   */
  public record Cell(double edge, int column, int row, double u, double v) {

    /**
     * A random number of this piece.
     *
     * @param key tells numbers of the same piece apart
     * @return 0..1
     */
    public double random(int key) {
      return Noise.random(column, row, key);
    }

    /**
     * How much of a point is joint, softly.
     *
     * @param joint the full width of the joint, metres
     * @param soft the width of the transition, metres
     * @return 0 on the piece, 1 in the joint
     */
    public double joint(double joint, double soft) {
      return Noise.step(joint / 2 + soft, joint / 2, edge);
    }
  }

  /**
   * The place at a point.
   *
   * @param u along the rows, metres
   * @param v across the rows, metres
   * @return the piece found there
   */
  public Cell at(double u, double v) {
    int row = Noise.floor(v / width);
    double moved = shift < 0 ? Noise.random(row, 7, 91) : row * shift;
    double along = u / length + moved;
    int column = Noise.floor(along);
    double du = (along - column - 0.5) * length;
    double dv = v - (row + 0.5) * width;
    double edge = Math.min(length / 2 - Math.abs(du), width / 2 - Math.abs(dv));
    return new Cell(edge, column, row, du, dv);
  }
}
