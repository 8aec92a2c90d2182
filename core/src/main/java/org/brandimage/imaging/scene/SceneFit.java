package org.brandimage.imaging.scene;

import java.util.Objects;
import org.brandimage.spi.scene.SceneView;

/**
 * How well products fit into a part of a background.
 *
 * @param view the part of the photo that the canvas shows
 * @param support the share of the worst product's footprint that stands on free ground at the best
 *     place, from 0 to 1
 * @param seen the size of the largest product there, of that at which it is seen well, from 0 to 1
 * @param score of the whole picture, from 0 to 1, the higher the better; comparable between photos
 *     for the same products and canvas
 */
public record SceneFit(SceneView view, double support, double seen, double score) {
  /** Products too small to see are shown at most so many times as large as they are. */
  public static final double MOST_EXAGGERATION = StandingProducts.MOST_EXAGGERATION;

  /** Products that would not fit are shown at least so many times as large as they are. */
  public static final double LEAST_FACTOR = StandingProducts.LEAST_FACTOR;

  /** A product that has less of the size at which it is seen well is lost in the picture. */
  public static final double LEAST_SEEN = 0.34;

  /** More than so many pixels of the canvas from one of the photo cannot be published. */
  public static final double TOO_SOFT = 2.5;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when a share is not from 0 to 1
   */
  public SceneFit {
    Objects.requireNonNull(view, "view");
    if (!(support >= 0 && support <= 1 && seen >= 0 && seen <= 1 && score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "shares must be from 0 to 1: " + support + ", " + seen + ", " + score);
    }
  }

  /** {@return whether something can stand and be seen there in a picture that is sharp enough} */
  public boolean suits() {
    return support >= GroundPlacer.STANDING && seen >= LEAST_SEEN && view.enlargement() <= TOO_SOFT;
  }
}
