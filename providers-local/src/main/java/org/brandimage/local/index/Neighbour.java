package org.brandimage.local.index;

import java.util.Comparator;
import java.util.Objects;

/**
 * A row found near a query.
 *
 * @param row the row
 * @param id what it stands for
 * @param cosine its cosine with the query, from -1 to 1 up to rounding
 */
public record Neighbour(int row, String id, double cosine) {
  /** Best first; ties by id, then by row. */
  static final Comparator<Neighbour> BEST_FIRST =
      Comparator.comparingDouble(Neighbour::cosine)
          .reversed()
          .thenComparing(Neighbour::id)
          .thenComparingInt(Neighbour::row);

  /** Checks the values. */
  public Neighbour {
    Objects.requireNonNull(id, "id");
  }
}
