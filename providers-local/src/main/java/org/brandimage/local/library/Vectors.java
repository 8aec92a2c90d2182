package org.brandimage.local.library;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.model.Embedding;

/** Embeddings of an asset on their way into a file, with their chance levels. Immutable. */
final class Vectors {
  private final List<float[]> rows;
  private final List<Double> chances;

  private Vectors(List<float[]> rows, List<Double> chances) {
    this.rows = rows;
    this.chances = chances;
  }

  /**
   * Takes embeddings.
   *
   * @param embeddings the embeddings; may be none
   * @param chances the chance level of each
   * @return the vectors
   */
  static Vectors of(List<Embedding> embeddings, List<Cohort.Chance> chances) {
    List<Double> numbers = new ArrayList<>();
    for (Cohort.Chance chance : chances) {
      numbers.add(chance.mean());
      numbers.add(chance.deviation());
    }
    return new Vectors(embeddings.stream().map(Embedding::toArray).toList(), numbers);
  }

  /** Takes the vectors of a range out of their file. */
  static Vectors of(StoredRows from, VectorRange range) {
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < range.count(); i++) {
      float[] row = new float[from.dimension()];
      from.read(range.first() + i, row);
      rows.add(row);
    }
    return new Vectors(rows, range.chances());
  }

  byte[] bytes() {
    int width = rows.isEmpty() ? 0 : rows.get(0).length;
    ByteBuffer bytes =
        ByteBuffer.allocate(rows.size() * width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      for (float value : row) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }

  VectorRange range(int first, byte[] bytes) {
    return rows.isEmpty()
        ? VectorRange.NONE
        : new VectorRange(first, rows.size(), Frames.crc(bytes), chances);
  }
}
