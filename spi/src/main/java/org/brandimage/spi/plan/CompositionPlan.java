package org.brandimage.spi.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.image.Box;
import org.jspecify.annotations.Nullable;

/**
 * The grid of candidates for one scene and canvas.
 *
 * @param candidates in the order of the grid, ids unique, at least one
 * @param rationale why the products have their sizes, in one or two sentences to be read by people
 * @param crop the part of the background that the canvas shows, in pixels of its upright photo and
 *     of the canvas' shape; null for the largest part in the middle
 */
public record CompositionPlan(List<Candidate> candidates, String rationale, @Nullable Box crop) {
  /**
   * Creates a plan that shows the largest part in the middle of the background.
   *
   * @param candidates in the order of the grid, ids unique, at least one
   * @param rationale why the products have their sizes, in one or two sentences
   */
  public CompositionPlan(List<Candidate> candidates, String rationale) {
    this(candidates, rationale, null);
  }

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
