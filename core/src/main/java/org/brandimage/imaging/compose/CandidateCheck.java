package org.brandimage.imaging.compose;

import java.util.List;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;

/** The check that a candidate is of a scene and a canvas. */
final class CandidateCheck {
  private CandidateCheck() {}

  /**
   * Refuses a candidate of another scene or canvas.
   *
   * @throws IllegalArgumentException with the placement that does not fit
   */
  static void check(Candidate candidate, List<ProductCutouts> products, Size canvas) {
    for (Placement placement : candidate.placements()) {
      if (placement.product() >= products.size()
          || placement.photo() >= products.get(placement.product()).photos().size()) {
        throw unusable(candidate, "a product or photo that the scene has not", placement);
      }
      Size box = new Size(placement.width(), placement.height()).rotated(placement.rotation());
      if (!placement.box().size().equals(box)) {
        throw unusable(candidate, "a box that is not its rotated size " + box, placement);
      }
      if (canvas.bounds().intersect(placement.box()).isEmpty()) {
        throw unusable(candidate, "a box outside the canvas " + canvas, placement);
      }
    }
  }

  private static IllegalArgumentException unusable(
      Candidate candidate, String problem, Placement placement) {
    return new IllegalArgumentException(
        "candidate " + candidate.id() + " has " + problem + ": " + placement);
  }

  /** Tells whether the boxes of some products overlap. */
  static boolean overlapping(Candidate candidate) {
    List<Placement> placements = candidate.placements();
    for (int i = 0; i < placements.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (placements.get(i).box().intersect(placements.get(j).box()).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }
}
