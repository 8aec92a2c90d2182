package org.brandimage.spi.brief;

import java.util.List;
import org.brandimage.spi.error.InvalidInputException;

/**
 * The grid of placements that a planner tries: sections of the canvas, anchors in them, rotations
 * and scale multipliers. A larger grid costs more and may lead to better pictures. Several products
 * share one grid of at most {@code maxCandidates} candidates.
 *
 * @param columns sections side by side, from 1 to 100
 * @param rows sections above each other, from 1 to 100
 * @param rotations degrees, positive is counter-clockwise, each from -180 to 180; at least one
 * @param scales multipliers on the planned scale, each above 0 and at most 4; at least one
 * @param maxCandidates the largest number of candidates of a plan, from 1 to 1,000,000
 * @param anchors places side by side in each section, from 1 to 100; the middle when 1
 * @param overflow the largest share of a product's box, across and down each, that the canvas'
 *     edges may cut off, from 0 to 0.9; with 0, products are whole and stay out of the safe margin;
 *     above 0, the safe margin has no effect
 */
public record Grid(
    int columns,
    int rows,
    List<Double> rotations,
    List<Double> scales,
    int maxCandidates,
    int anchors,
    double overflow) {
  /** The default grid: three sections and three rotations, which give nine candidates per photo. */
  public static final Grid DEFAULT =
      new Grid(3, 1, List.of(0.0, 15.0, -15.0), List.of(1.0), 10_000);

  /**
   * Checks and copies the values.
   *
   * @throws InvalidInputException when one is out of range, or there is no rotation or no scale
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
   * @param columns sections side by side, from 1 to 100
   * @param rows sections above each other, from 1 to 100
   * @param rotations degrees, positive is counter-clockwise, each from -180 to 180; at least one
   * @param scales multipliers on the planned scale, each above 0 and at most 4; at least one
   * @param maxCandidates the largest number of candidates of a plan, from 1 to 1,000,000
   * @throws InvalidInputException when one is out of range, or there is no rotation or no scale
   */
  public Grid(
      int columns, int rows, List<Double> rotations, List<Double> scales, int maxCandidates) {
    this(columns, rows, rotations, scales, maxCandidates, 1, 0);
  }

  /**
   * {@return a copy of this grid with other sections}
   *
   * @param columns sections side by side, from 1 to 100
   * @param rows sections above each other, from 1 to 100
   * @throws InvalidInputException when one is out of range
   */
  public Grid withSections(int columns, int rows) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * {@return a copy of this grid with other rotations}
   *
   * @param rotations degrees, positive is counter-clockwise, each from -180 to 180; at least one
   * @throws InvalidInputException when there is none or one is out of range
   */
  public Grid withRotations(List<Double> rotations) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * {@return a copy of this grid with other scale multipliers}
   *
   * @param scales multipliers on the planned scale, each above 0 and at most 4; at least one
   * @throws InvalidInputException when there is none or one is out of range
   */
  public Grid withScales(List<Double> scales) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * {@return a copy of this grid with another number of anchors}
   *
   * @param anchors places side by side in each section, from 1 to 100; the middle when 1
   * @throws InvalidInputException when it is out of range
   */
  public Grid withAnchors(int anchors) {
    return new Grid(columns, rows, rotations, scales, maxCandidates, anchors, overflow);
  }

  /**
   * {@return a copy of this grid with another overflow}
   *
   * @param overflow the largest share of a product's box, across and down each, that the canvas'
   *     edges may cut off, from 0 to 0.9; 0 keeps products whole and inside the safe margin
   * @throws InvalidInputException when it is out of range
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
