package org.brandimage.spi.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * The grid of candidates for one scene and canvas.
 *
 * @param candidates in the order of the grid, ids unique, at least one
 * @param rationale why the products have their sizes, in one or two sentences to be read by people
 */
public record CompositionPlan(List<Candidate> candidates, String rationale) {
  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when there is no candidate or two candidates have one id
   */
  public CompositionPlan {
    Objects.requireNonNull(rationale, "rationale");
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("plan must have a candidate");
    }
    HashSet<String> ids = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!ids.add(candidate.id())) {
        throw new IllegalArgumentException("candidate id stands twice: " + candidate.id());
      }
    }
  }
}
