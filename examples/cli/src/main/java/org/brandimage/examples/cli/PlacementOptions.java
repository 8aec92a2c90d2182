package org.brandimage.examples.cli;

import java.util.List;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.error.InvalidInputException;
import picocli.CommandLine.Option;

/** The options of where products are tried on the canvas. */
final class PlacementOptions {
  @Option(
      names = "--grid",
      paramLabel = "CxR",
      description = "Sections of the canvas to try (default: 3x1).")
  private String grid = "3x1";

  @Option(
      names = "--anchors",
      paramLabel = "N",
      description = "Places side by side to try in each section (default: 1).")
  private int anchors = 1;

  @Option(
      names = "--rotations",
      paramLabel = "DEGREES",
      split = ",",
      description = "Rotations to try, parted by commas (default: 0,15,-15).")
  private List<Double> rotations = Grid.DEFAULT.rotations();

  @Option(
      names = "--scales",
      paramLabel = "FACTORS",
      split = ",",
      description = "Multipliers on the planned size to try, parted by commas (default: 1).")
  private List<Double> scales = Grid.DEFAULT.scales();

  @Option(
      names = "--overflow",
      paramLabel = "SHARE",
      description =
          "Let the canvas' edges cut off up to this share of a product (default: 0, whole).")
  private double overflow;

  /** Returns the grid to search. */
  Grid grid() {
    if (!grid.matches("\\d{1,6}x\\d{1,6}")) {
      throw new InvalidInputException("grid", grid, "write it as COLUMNSxROWS, like 3x1");
    }
    String[] parts = grid.split("x", -1);
    return Grid.DEFAULT
        .withSections(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
        .withAnchors(anchors)
        .withRotations(rotations)
        .withScales(scales)
        .withOverflow(overflow);
  }
}
