package org.brandimage.spi.brief;

import java.util.List;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The grid a planner searches: sections of the canvas, rotations and scale multipliers. Its size is
 * the caller's choice of cost against quality. With several products the grid is joint and capped.
 *
 * @param columns sections side by side, from 1 to 100
 * @param rows sections above each other, from 1 to 100
 * @param rotations degrees, positive is counter-clockwise, each from -180 to 180; at least one
 * @param scales multipliers on the planned scale, each above 0 and at most 4; at least one
 * @param maxCandidates the most candidates a plan may hold, from 1 to 1,000,000
 */
public record Grid(
    int columns, int rows, List<Double> rotations, List<Double> scales, int maxCandidates) {
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
  }

  /**
   * Returns this grid with other sections.
   *
   * @param columns sections side by side
   * @param rows sections above each other
   * @return the grid
   */
  public Grid withSections(int columns, int rows) {
    return new Grid(columns, rows, rotations, scales, maxCandidates);
  }

  /**
   * Returns this grid with other rotations.
   *
   * @param rotations degrees
   * @return the grid
   */
  public Grid withRotations(List<Double> rotations) {
    return new Grid(columns, rows, rotations, scales, maxCandidates);
  }

  /**
   * Returns this grid with other scale multipliers.
   *
   * @param scales multipliers
   * @return the grid
   */
  public Grid withScales(List<Double> scales) {
    return new Grid(columns, rows, rotations, scales, maxCandidates);
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
