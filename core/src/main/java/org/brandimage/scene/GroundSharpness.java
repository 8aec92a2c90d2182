package org.brandimage.scene;

import org.brandimage.spi.image.Size;

/**
 * How sharp the contours on the ground are: the change over a pixel on either side as a share of
 * the change over four, which is 1 for a sharp edge and a quarter for a blurred one.
 */
final class GroundSharpness {
  private static final int FAR = 4;
  private static final float LEAST_CHANGE = 6;
  private static final int LEAST_PIXELS = 40;
  private static final double BLURRED = 0.25;
  private static final double SHARP = 0.65;

  private GroundSharpness() {}

  /**
   * Returns the sharpness from 0 to 1, which is also the answer where the ground has no contours.
   */
  static double of(FloatPlane light, FloatPlane ground) {
    Size size = new Size(ground.width, ground.height);
    double near = 0;
    double far = 0;
    int pixels = 0;
    for (int y = FAR; y < light.height - FAR; y++) {
      int row = Math.min(size.height() - 1, y * size.height() / light.height);
      for (int x = FAR; x < light.width - FAR; x++) {
        float share = ground.at(Math.min(size.width() - 1, x * size.width() / light.width), row);
        if (share < 0.5f) {
          continue;
        }
        float across = Math.abs(light.at(x + FAR, y) - light.at(x - FAR, y));
        float down = Math.abs(light.at(x, y + FAR) - light.at(x, y - FAR));
        if (Math.max(across, down) < LEAST_CHANGE) {
          continue;
        }
        pixels++;
        far += Math.max(across, down);
        near +=
            across >= down
                ? Math.abs(light.at(x + 1, y) - light.at(x - 1, y))
                : Math.abs(light.at(x, y + 1) - light.at(x, y - 1));
      }
    }
    if (pixels < LEAST_PIXELS) {
      return 1;
    }
    return Math.max(0, Math.min(1, (near / far - BLURRED) / (SHARP - BLURRED)));
  }
}
