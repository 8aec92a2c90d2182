package org.brandimage.spi.brief;

import java.util.List;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The grid a planner searches: sections of the canvas, anchors in them, rotations and scale
 * multipliers. The caller chooses its size to trade cost against quality. With several products,
 * all of them share one grid, whose size is capped.
 *
 * @param columns sections side by side, from 1 to 100
 * @param rows sections above each other, from 1 to 100
 * @param rotations degrees, positive is counter-clockwise, each from -180 to 180; at least one
 * @param scales multipliers on the planned scale, each above 0 and at most 4; at least one
 * @param maxCandidates the most candidates a plan may hold, from 1 to 1,000,000
 * @param anchors places side by side in each section, from 1 to 100; the middle when 1
 * @param overflow the largest share of a product's box, across and down each, that the canvas'
 *     edges may cut off, from 0 to 0.9; 0 keeps products whole and out of the safe margin, which
 *     does not hold above 0
 */
public record Grid(
    int columns,
    int rows,
    List<Double> rotations,
    List<Double> scales,
    int maxCandidates,
    int anchors,
    double overflow) {
  /** Three sections and three rotations: nine candidates a photo. */
  public static final Grid DEFAULT =
      new Grid(3, 1, List.of(0.0, 15.0, -15.0), List.of(1.0), 10_000);

  /**
   * Checks and copies the values.
   *
   * @throws InvalidInputException when one is out of range
   */
  public Grid {
    if (columns < 1 || rows < 1 || columns > 100 || rows > 100) {
      throw new InvalidInputException(
          "grid", columns + "x" + rows, "give columns and rows from 1 to 100");
    }
    rotations = checked("rotations", rotations, -180, 180);
    scales = checked("scales", scales, Math.nextUp(0.0), 4);
    if (maxCandidates < 1 || maxCandidates > 1_000_000) {
      throw new InvalidInputException(
          "grid maxCandidates", maxCandidates, "give a number from 1 to 1,000,000");
    }
    if (anchors < 1 || anchors > 100) {
      throw new InvalidInputException("grid anchors", anchors, "give a number from 1 to 100");
    }
    if (!(overflow >= 0 && overflow <= 0.9)) {
      throw new InvalidInputException("grid overflow", overflow, "give a share from 0 to 0.9");
    }
  }

  /**
   * Creates a grid with one anchor in each section and no overflow.
   *
   * @param columns sections side by side
   * @param rows sections above each other
   * @param rotations degrees
   * @param scales multipliers on the planned scale
   * @param maxCandidates the most candidates a plan may hold
   * @throws InvalidInputException when one is out of range
   */
  public Grid(
      int columns, int rows, List<Double> rotations, List<Double> scales, int maxCandidates) {
    this(columns, rows, rotations, scales, maxCandidates, 1, 0);
  }

  /**
   * Returns this grid with other sections.
   *
   * @param columns sections side by side
   * @param rows sections above each other
   * @return the grid
   */
  public Grid withSections(int columns, int rows) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * Returns this grid with other rotations.
   *
   * @param rotations degrees
   * @return the grid
   */
  public Grid withRotations(List<Double> rotations) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * Returns this grid with other scale multipliers.
   *
   * @param scales multipliers
   * @return the grid
   */
  public Grid withScales(List<Double> scales) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * Returns this grid with other anchors.
   *
   * @param anchors places side by side in each section
   * @return the grid
   */
  public Grid withAnchors(int anchors) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * Returns this grid with another overflow.
   *
   * @param overflow the largest share of a product's box that the canvas' edges may cut off
   * @return the grid
   */
  public Grid withOverflow(double overflow) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  private static List<Double> checked(
      String field, List<Double> values, double least, double most) {
    if (values.isEmpty()) {
      throw new InvalidInputException("grid " + field, "none", "give at least one");
    }
    for (double value : values) {
      if (!(value >= least && value <= most)) {
        throw new InvalidInputException(
            "grid " + field, value, "give numbers from " + least + " to " + most);
      }
    }
    return List.copyOf(values);
  }
}
