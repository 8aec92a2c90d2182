package org.brandimage.local.index;

import java.util.List;

/**
 * Finds the rows nearest to a vector. Implementations are thread-safe, see rows appended and
 * removed since they were made, and give equal answers to equal queries.
 */
public interface VectorIndex {
  /**
   * Returns what is searched.
   *
   * @return the rows
   */
  VectorRows rows();

  /**
   * Searches.
   *
   * @param query what is looked for
   * @return at most as many rows as asked for, all live, within the filter and not below the floor;
   *     best first, ties by id
   * @throws org.brandimage.spi.error.InvalidInputException when the vector's dimension is another
   */
  List<Neighbour> nearest(NearestQuery query);
}
