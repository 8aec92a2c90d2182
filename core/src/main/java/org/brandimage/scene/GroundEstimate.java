package org.brandimage.scene;

import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.ShareGrid;

/**
 * Free ground found from colours, contours and the place in the picture.
 *
 * <p>Hoiem, Efros and Hebert, "Recovering surface layout from an image" (2007), name the cues;
 * which of them help, and how far, was measured on labelled photos (this module's README).
 */
final class GroundEstimate {
  private static final double BELOW = 0.02;
  private static final double SLOPE = 0.03;
  private static final int NEIGHBOURHOOD = 11;
  private static final double USUAL_DENSITY = 0.3;

  /** For each pixel, how likely free ground is there. */
  private final FloatPlane ground;

  /** For each pixel, how likely a thing stands there. */
  private final FloatPlane occupied;

  private final FloatPlane sky;

  private GroundEstimate(FloatPlane ground, FloatPlane occupied, FloatPlane sky) {
    this.ground = ground;
    this.occupied = occupied;
    this.sky = sky;
  }

  static GroundEstimate of(WorkingPicture picture, double horizon) {
    float bar = BottomFlood.bar(picture);
    FloatPlane likeness = BottomColours.likeness(picture);
    FloatPlane reach = BottomFlood.reach(picture, bar);
    FloatPlane sky = Sky.of(picture);
    FloatPlane crowd = crowd(picture, bar);
    FloatPlane ground = new FloatPlane(picture.width, picture.height);
    FloatPlane occupied = new FloatPlane(picture.width, picture.height);
    for (int i = 0; i < ground.values.length; i++) {
      int row = i / picture.width;
      double y = (row + 0.5) / picture.height;
      double position = 1 / (1 + Math.exp((horizon + BELOW - y) / SLOPE));
      double bottomLike = (likeness.values[i] + reach.values[i]) / 2;
      double open = (1 - sky.values[i]) * picture.opacity.values[i];
      double free = 1 - 0.8 * crowd.values[i];
      ground.values[i] = (float) (position * bottomLike * open * free);
      occupied.values[i] = (float) (position * open * crowd.values[i] * (1 - likeness.values[i]));
    }
    return new GroundEstimate(ground, occupied, sky);
  }

  /** Returns how far contours above the ground's bar crowd each pixel, from 0 to 1. */
  private static FloatPlane crowd(WorkingPicture picture, float bar) {
    FloatPlane strong = new FloatPlane(picture.width, picture.height);
    for (int i = 0; i < strong.values.length; i++) {
      strong.values[i] = picture.contour.values[i] > bar ? 1 : 0;
    }
    FloatPlane density = strong.mean(NEIGHBOURHOOD);
    for (int i = 0; i < density.values.length; i++) {
      double above = (density.values[i] - USUAL_DENSITY) / (1 - USUAL_DENSITY);
      density.values[i] = (float) Math.max(0, Math.min(1, 1.6 * above));
    }
    return density;
  }

  ShareGrid ground(Size grid) {
    return Grids.reduced(ground, grid);
  }

  ShareGrid occupied(Size grid) {
    return Grids.reduced(occupied, grid);
  }

  FloatPlane ground() {
    return ground;
  }

  /** {@return the share of the picture that is sky} */
  double skyShare() {
    double sum = 0;
    for (float value : sky.values) {
      sum += value;
    }
    return sum / sky.values.length;
  }
}
