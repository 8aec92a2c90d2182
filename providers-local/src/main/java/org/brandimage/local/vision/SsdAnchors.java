package org.brandimage.local.vision;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * The 1,917 anchors of the SSD detector with six feature maps (Liu et al., 2016, as in TensorFlow's
 * object detection: scales 0.2 to 0.95, three boxes in the lowest layer, six in the others), and
 * the decoding of box encodings against them. Immutable.
 */
final class SsdAnchors {
  /** How many anchors there are. */
  static final int COUNT = 1917;

  private static final int[] GRIDS = {19, 10, 5, 3, 2, 1};
  private static final double LEAST_SCALE = 0.2;
  private static final double LARGEST_SCALE = 0.95;
  private static final double CENTRE_VARIANCE = 10;
  private static final double SIZE_VARIANCE = 5;

  /** Centre x, centre y, width, height of each, as shares of the picture. */
  private final double[][] anchors = new double[COUNT][];

  private int count;

  private SsdAnchors() {
    for (int layer = 0; layer < GRIDS.length; layer++) {
      for (int y = 0; y < GRIDS[layer]; y++) {
        for (int x = 0; x < GRIDS[layer]; x++) {
          addCell(layer, (x + 0.5) / GRIDS[layer], (y + 0.5) / GRIDS[layer]);
        }
      }
    }
  }

  /**
   * Returns the anchors.
   *
   * @return the anchors
   */
  static SsdAnchors create() {
    return new SsdAnchors();
  }

  private void addCell(int layer, double x, double y) {
    double scale = scale(layer);
    if (layer == 0) {
      add(x, y, 0.1, 1);
      add(x, y, scale, 2);
      add(x, y, scale, 0.5);
      return;
    }
    for (double ratio : new double[] {1, 2, 0.5, 3, 0.3333}) {
      add(x, y, scale, ratio);
    }
    double next = layer + 1 == GRIDS.length ? 1 : scale(layer + 1);
    add(x, y, Math.sqrt(scale * next), 1);
  }

  private static double scale(int layer) {
    return LEAST_SCALE + (LARGEST_SCALE - LEAST_SCALE) * layer / (GRIDS.length - 1);
  }

  private void add(double x, double y, double scale, double ratio) {
    anchors[count++] = new double[] {x, y, scale * Math.sqrt(ratio), scale / Math.sqrt(ratio)};
  }

  /**
   * Decodes one box.
   *
   * @param encodings four numbers an anchor: centre y, centre x, height, width
   * @param index the anchor
   * @param size the picture's
   * @return the box, cut to the picture, at least one pixel large
   */
  Box decode(float[] encodings, int index, Size size) {
    double[] anchor = anchors[index];
    int at = index * 4;
    double y = encodings[at] / CENTRE_VARIANCE * anchor[3] + anchor[1];
    double x = encodings[at + 1] / CENTRE_VARIANCE * anchor[2] + anchor[0];
    double height = Math.exp(encodings[at + 2] / SIZE_VARIANCE) * anchor[3];
    double width = Math.exp(encodings[at + 3] / SIZE_VARIANCE) * anchor[2];
    int left = pixel(x - width / 2, size.width() - 1, size.width());
    int top = pixel(y - height / 2, size.height() - 1, size.height());
    int right = pixel(x + width / 2, size.width(), size.width());
    int bottom = pixel(y + height / 2, size.height(), size.height());
    return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static int pixel(double share, int most, int length) {
    return (int) Math.max(0, Math.min(most, Math.round(share * length)));
  }
}
