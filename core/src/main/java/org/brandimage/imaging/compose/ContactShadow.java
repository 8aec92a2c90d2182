package org.brandimage.imaging.compose;

import org.brandimage.spi.image.Box;

/**
 * The soft dark spot under a product where it touches the ground: an ellipse seen from a little
 * above, as wide as what of the silhouette comes near its lowest row, densest in the middle. It is
 * what a draft needs so that nothing floats; {@link org.brandimage.imaging.light.ShadowPainter}
 * paints the shadow of a finished picture. Made once a sprite, at no more cost than its own pixels.
 * Immutable.
 */
final class ContactShadow {
  // What hangs within this share of the silhouette's height over its lowest row touches the ground.
  private static final double TOUCH = 0.02;
  private static final double FLATNESS = 0.16;
  private static final double SPREAD = 0.10;
  private static final int STEPS = 1024;
  private static final int FINE_BITS = 32;
  private static final double FINE = 1L << FINE_BITS;
  private static final long END = (long) STEPS << FINE_BITS;

  private final double centreX;
  private final double centreY;
  private final double radiusX;
  private final double radiusY;
  private final byte[] levels = new byte[STEPS + 1];

  private ContactShadow(Box visible, int from, int to, double darkness) {
    double spread = SPREAD * Math.sqrt((double) visible.width() * visible.height());
    this.centreX = (from + to) / 2.0;
    this.radiusX = (to - from) / 2.0 + spread;
    this.radiusY = Math.max(1.5, FLATNESS * radiusX);
    this.centreY = visible.bottom() - 0.35 * radiusY;
    for (int step = 0; step <= STEPS; step++) {
      levels[step] = level(step, darkness);
    }
  }

  private static byte level(int step, double darkness) {
    double inside = 1 - (double) step / STEPS;
    return (byte) Math.round(255 * darkness * inside * inside);
  }

  /**
   * Returns the shadow of a sprite that shows something.
   *
   * @param sprite the product
   * @param visible its visible part
   * @param darkness the share of light that is missing in the middle, from 0 to 1
   */
  static ContactShadow of(Sprite sprite, Box visible, double darkness) {
    Box area = sprite.area();
    SpriteRuns runs = sprite.runs();
    int lowest = visible.bottom() - 1 - area.y();
    int highest = (int) Math.max(0, lowest - TOUCH * visible.height());
    int from = Integer.MAX_VALUE;
    int to = Integer.MIN_VALUE;
    for (int y = highest; y <= lowest; y++) {
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        from = Math.min(from, area.x() + runs.start(run));
        to = Math.max(to, area.x() + runs.end(run));
      }
    }
    return new ContactShadow(visible, from, to, darkness);
  }

  /** Returns the box that holds the shadow, relative to the sprite; it may leave the sprite. */
  Box box() {
    int left = (int) Math.floor(centreX - radiusX);
    int top = (int) Math.floor(centreY - radiusY);
    int right = (int) Math.ceil(centreX + radiusX);
    int bottom = (int) Math.ceil(centreY + radiusY);
    return new Box(left, top, right - left, bottom - top);
  }

  /**
   * Writes how much light is missing in a row.
   *
   * @param y the row, relative to the sprite
   * @param left the first column, relative to the sprite
   * @param shade from 0 (lit) to 255 (black), one value a column
   * @param count how many columns
   */
  void read(int y, int left, int[] shade, int count) {
    double dy = (y + 0.5 - centreY) / radiusY;
    double dx = left + 0.5 - centreX;
    double narrow = STEPS / (radiusX * radiusX);
    // The squared distance by its differences: neither products nor floats in the loop.
    long square = Math.round((dy * dy * STEPS + dx * dx * narrow) * FINE);
    long more = Math.round((2 * dx + 1) * narrow * FINE);
    long moreThan = Math.round(2 * narrow * FINE);
    for (int x = 0; x < count; x++) {
      long step = Math.max(0, Math.min(END, square)) >>> FINE_BITS;
      shade[x] = levels[(int) step] & 255;
      square += more;
      more += moreThan;
    }
  }
}
