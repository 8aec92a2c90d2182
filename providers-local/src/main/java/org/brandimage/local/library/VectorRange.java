package org.brandimage.local.library;

import java.io.IOException;
import java.util.List;

/**
 * Where the vectors of an asset lie in the file of one space.
 *
 * @param first the first row
 * @param count how many rows, 0 or above
 * @param crc CRC-32C of their bytes
 * @param chances mean and standard deviation of each row's cosines with unrelated words, two values
 *     a row
 */
record VectorRange(int first, int count, int crc, List<Double> chances) {
  /** No vectors. */
  static final VectorRange NONE = new VectorRange(0, 0, 0, List.of());

  /** Checks and copies the values. */
  VectorRange {
    chances = List.copyOf(chances);
    if (first < 0 || count < 0 || chances.size() != 2 * count) {
      throw new IllegalArgumentException(first + "+" + count + " with " + chances.size());
    }
  }

  /**
   * Returns the same vectors at another place.
   *
   * @param row the first row there
   * @return the range
   */
  VectorRange movedTo(int row) {
    return new VectorRange(row, count, crc, chances);
  }

  void write(RecordWriter out) throws IOException {
    out.number(first);
    out.number(count);
    out.number(crc);
    for (double value : chances) {
      out.real(value);
    }
  }

  static VectorRange read(RecordReader in) {
    int first = in.number();
    int count = in.number();
    int crc = in.number();
    Double[] chances = new Double[2 * count];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = in.real();
    }
    return new VectorRange(first, count, crc, List.of(chances));
  }
}
