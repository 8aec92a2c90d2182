package org.brandimage.imaging.cutout;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the part of a photo that is ground: it grows from the frame inwards over pixels that look
 * like the ground, or like the ground in a soft shadow (darker, of the same hue, and reached
 * without a step, all judged with the camera's noise averaged out). What is enclosed by the product
 * stays product, whatever its colour: a white label on a red box is not a hole.
 */
final class GroundRegion {
  /** How much darker than the ground a shadow may be, in L*. */
  private static final double DEEPEST_SHADOW = 30;

  /** How far a shadow's a* and b* may lie from those of the dimmed ground. */
  private static final double SHADOW_CHROMA = 4;

  /** The largest colour difference between neighbours inside a shadow. */
  private static final double SHADOW_STEP = 1.6;

  private final LabPlane lab;
  private final LabPlane smooth;
  private final StudioGround ground;
  private final double tolerance;
  private final BitSet found;
  private int[] queue = new int[4096];
  private int queued;

  private GroundRegion(LabPlane lab, StudioGround ground, double tolerance) {
    this.lab = lab;
    this.smooth = lab.smoothed();
    this.ground = ground;
    this.tolerance = tolerance;
    this.found = new BitSet(lab.width() * lab.height());
  }

  /**
   * Returns the ground's pixels, one bit each, by rows.
   *
   * @param lab the photo
   * @param ground its fitted ground
   * @param tolerance the largest colour difference of a pixel that is plain ground
   */
  static BitSet of(LabPlane lab, StudioGround ground, double tolerance) {
    GroundRegion region = new GroundRegion(lab, ground, tolerance);
    region.seed();
    region.grow();
    return region.found;
  }

  private void seed() {
    int width = lab.width();
    int height = lab.height();
    for (int x = 0; x < width; x++) {
      visit(-1, x);
      visit(-1, (height - 1) * width + x);
    }
    for (int y = 0; y < height; y++) {
      visit(-1, y * width);
      visit(-1, y * width + width - 1);
    }
  }

  private void grow() {
    int width = lab.width();
    int height = lab.height();
    while (queued > 0) {
      int index = queue[--queued];
      int x = index % width;
      int y = index / width;
      if (x > 0) {
        visit(index, index - 1);
      }
      if (x < width - 1) {
        visit(index, index + 1);
      }
      if (y > 0) {
        visit(index, index - width);
      }
      if (y < height - 1) {
        visit(index, index + width);
      }
    }
  }

  private void visit(int from, int index) {
    if (found.get(index) || !belongs(from, index)) {
      return;
    }
    found.set(index);
    if (queued == queue.length) {
      queue = Arrays.copyOf(queue, queued * 2);
    }
    queue[queued++] = index;
  }

  private boolean belongs(int from, int index) {
    int x = index % lab.width();
    int y = index / lab.width();
    if (ground.difference(x, y) <= tolerance) {
      return true;
    }
    if (from < 0 || smooth.difference(from, index) > SHADOW_STEP) {
      return false;
    }
    double darker = ground.at(0, x, y) - smooth.lightness(index);
    // Less of the same light scales X, Y and Z alike, hence L* + 16, a* and b* by their cube root.
    double dimmed = (smooth.lightness(index) + 16) / (ground.at(0, x, y) + 16);
    double da = smooth.a(index) - dimmed * ground.at(1, x, y);
    double db = smooth.b(index) - dimmed * ground.at(2, x, y);
    return darker > 0
        && darker < DEEPEST_SHADOW
        && da * da + db * db < SHADOW_CHROMA * SHADOW_CHROMA;
  }
}
