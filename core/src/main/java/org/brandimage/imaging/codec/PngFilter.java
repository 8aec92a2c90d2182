package org.brandimage.imaging.codec;

import javax.imageio.IIOException;

/**
 * The row filters of PNG (PNG third edition, section 9). A filter replaces each byte by its
 * difference from a guess made of the bytes to the left, above and above left.
 */
final class PngFilter {
  static final int NONE = 0;
  static final int SUB = 1;
  static final int UP = 2;
  static final int AVERAGE = 3;
  static final int PAETH = 4;

  private PngFilter() {}

  /**
   * Turns a filtered row back, in place.
   *
   * @param type the filter
   * @param row the filtered bytes
   * @param above the row above, already turned back; zeros for the first
   * @param layout how many of the bytes count ({@code length}) and how far back filters look
   * @throws IIOException when there is no such filter
   */
  static void undo(int type, byte[] row, byte[] above, Span layout) throws IIOException {
    switch (type) {
      case NONE -> {}
      case SUB -> undoSub(row, layout);
      case UP -> undoUp(row, above, layout.length());
      case AVERAGE -> undoAverage(row, above, layout);
      case PAETH -> undoPaeth(row, above, layout);
      default -> throw new IIOException("is damaged: row filter " + type);
    }
  }

  /**
   * The part of a row buffer that filters work on.
   *
   * @param length bytes in use
   * @param distance bytes from a sample to the same sample of the pixel before
   */
  record Span(int length, int distance) {}

  private static void undoSub(byte[] row, Span span) {
    for (int i = span.distance(); i < span.length(); i++) {
      row[i] += row[i - span.distance()];
    }
  }

  private static void undoUp(byte[] row, byte[] above, int length) {
    for (int i = 0; i < length; i++) {
      row[i] += above[i];
    }
  }

  private static void undoAverage(byte[] row, byte[] above, Span span) {
    int distance = span.distance();
    for (int i = 0; i < span.length(); i++) {
      int left = i < distance ? 0 : row[i - distance] & 0xFF;
      row[i] += (byte) ((left + (above[i] & 0xFF)) >> 1);
    }
  }

  private static void undoPaeth(byte[] row, byte[] above, Span span) {
    int distance = span.distance();
    int start = Math.min(distance, span.length());
    for (int i = 0; i < start; i++) {
      row[i] += above[i];
    }
    for (int i = distance; i < span.length(); i++) {
      int guess = paeth(row[i - distance] & 0xFF, above[i] & 0xFF, above[i - distance] & 0xFF);
      row[i] += (byte) guess;
    }
  }

  /** Returns whichever neighbour is nearest to left + above - aboveLeft; ties go in that order. */
  static int paeth(int left, int above, int aboveLeft) {
    int toLeft = Math.abs(above - aboveLeft);
    int toAbove = Math.abs(left - aboveLeft);
    int toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
    if (toLeft <= toAbove && toLeft <= toAboveLeft) {
      return left;
    }
    return toAbove <= toAboveLeft ? above : aboveLeft;
  }

  /**
   * Filters a row with Paeth's predictor. Written without branches: the guesses of real photos
   * defeat branch prediction.
   *
   * @param row the bytes, behind one pixel of zeros
   * @param above the row above, likewise
   * @param distance bytes per pixel
   * @param target receives the differences, without the zeros
   * @param offset where they begin
   */
  static void applyPaeth(byte[] row, byte[] above, int distance, byte[] target, int offset) {
    for (int i = distance; i < row.length; i++) {
      int left = row[i - distance] & 0xFF;
      int up = above[i] & 0xFF;
      int upLeft = above[i - distance] & 0xFF;
      int toLeft = Math.abs(up - upLeft);
      int toUp = Math.abs(left - upLeft);
      int toUpLeft = Math.abs(left + up - 2 * upLeft);
      // All ones where the second is nearer, else zero.
      int cornerNearer = (toUpLeft - toUp) >> 31;
      int vertical = up ^ ((up ^ upLeft) & cornerNearer);
      int leftFarther = (Math.min(toUp, toUpLeft) - toLeft) >> 31;
      int guess = left ^ ((left ^ vertical) & leftFarther);
      target[offset + i - distance] = (byte) (row[i] - guess);
    }
  }
}
