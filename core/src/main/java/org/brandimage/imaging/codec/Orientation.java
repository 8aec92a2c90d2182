package org.brandimage.imaging.codec;

import org.brandimage.spi.image.Size;

/**
 * The eight ways a camera may have stored a picture, as numbered by Exif 2.32, tag 274. The names
 * say what has to be done to the stored pixels so that the picture stands upright.
 */
enum Orientation {
  UPRIGHT,
  MIRROR,
  ROTATE_180,
  FLIP,
  TRANSPOSE,
  ROTATE_90,
  TRANSVERSE,
  ROTATE_270;

  private static final Orientation[] BY_TAG = values();

  /** Returns the orientation of a tag value; anything but 1 to 8 counts as upright. */
  static Orientation ofTag(int tag) {
    return tag >= 1 && tag <= BY_TAG.length ? BY_TAG[tag - 1] : UPRIGHT;
  }

  /** Returns the size of the upright picture. */
  Size upright(Size stored) {
    return swapsSides()
        ? new Size(/* width= */ stored.height(), /* height= */ stored.width())
        : stored;
  }

  private boolean swapsSides() {
    return this == TRANSPOSE || this == ROTATE_90 || this == TRANSVERSE || this == ROTATE_270;
  }

  /** Returns the index in the upright picture of the stored picture's first pixel. */
  int origin(Size stored) {
    int width = stored.width();
    int height = stored.height();
    return switch (this) {
      case UPRIGHT, TRANSPOSE -> 0;
      case MIRROR -> width - 1;
      case ROTATE_180, TRANSVERSE -> width * height - 1;
      case FLIP -> (height - 1) * width;
      case ROTATE_90 -> height - 1;
      case ROTATE_270 -> (width - 1) * height;
    };
  }

  /** Returns how far the index in the upright picture moves from one stored column to the next. */
  int columnStep(Size stored) {
    return switch (this) {
      case UPRIGHT, FLIP -> 1;
      case MIRROR, ROTATE_180 -> -1;
      case TRANSPOSE, ROTATE_90 -> stored.height();
      case TRANSVERSE, ROTATE_270 -> -stored.height();
    };
  }

  /** Returns how far the index in the upright picture moves from one stored row to the next. */
  int rowStep(Size stored) {
    return switch (this) {
      case UPRIGHT, MIRROR -> stored.width();
      case ROTATE_180, FLIP -> -stored.width();
      case TRANSPOSE, ROTATE_270 -> 1;
      case ROTATE_90, TRANSVERSE -> -1;
    };
  }
}
