package org.brandimage.spi.scene;

/**
 * The light of a photo by zones: how bright and of which colour it is in each cell of a grid.
 *
 * @param brightness the mean luminance, linear, from 0 (black) to 1 (the photo's white)
 * @param warmth linear red over red and blue, from 0 (blue) over 0.5 (neutral) to 1 (red)
 */
public record SceneTone(ShareGrid brightness, ShareGrid warmth) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the grids differ in size
   */
  public SceneTone {
    if (!brightness.size().equals(warmth.size())) {
      throw new IllegalArgumentException(
          "warmth must have the size of brightness " + brightness.size() + ": " + warmth.size());
    }
  }
}
