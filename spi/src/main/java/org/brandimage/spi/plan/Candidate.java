package org.brandimage.spi.plan;

import java.util.Comparator;
import java.util.List;

/**
 * A cell of the grid: a placement for every product of the scene.
 *
 * @param id unique within its plan, the same for the same request; letters, digits, {@code + - _ .}
 * @param placements from the farthest to the nearest; every product of the scene once
 */
public record Candidate(String id, List<Placement> placements) {
  /**
   * Checks the values and orders the placements.
   *
   * @throws IllegalArgumentException when there is no placement, or the id has other characters
   */
  public Candidate {
    if (!id.matches("[A-Za-z0-9+_.-]{1,120}")) {
      throw new IllegalArgumentException("candidate id must be letters, digits, + - _ .: " + id);
    }
    if (placements.isEmpty()) {
      throw new IllegalArgumentException("candidate " + id + " must have a placement");
    }
    placements = placements.stream().sorted(Comparator.comparingInt(Placement::zOrder)).toList();
  }
}
