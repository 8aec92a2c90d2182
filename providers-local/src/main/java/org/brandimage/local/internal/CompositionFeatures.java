package org.brandimage.local.internal;

import java.util.List;
import org.brandimage.imaging.SrgbTransfer;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Placement;

/** How a picture is composed, from where its products stand. Every number is from 0 to 1. */
public final class CompositionFeatures {
  /** Tilts from here on count as lying. */
  private static final double LYING = 45;

  private CompositionFeatures() {}

  /**
   * Returns how upright the products stand.
   *
   * @param placements where they stand
   * @return 1 when none is tilted, 0 when all are tilted by 45 degrees or more
   */
  public static double uprightness(List<Placement> placements) {
    double sum = 0;
    for (Placement placement : placements) {
      double tilt = Math.abs(Math.IEEEremainder(placement.rotation(), 360));
      sum += 1 - Math.min(1, tilt / LYING);
    }
    return sum / placements.size();
  }

  /**
   * Returns how well the products sit in the frame: the middle of all their boxes on the vertical
   * middle or a third, and neither lost in the picture nor filling it.
   *
   * @param placements where they stand
   * @param picture the picture's size
   * @return the mean of balance and size
   */
  public static double balance(List<Placement> placements, Size picture) {
    Box all = union(placements);
    double centre = (all.x() + all.width() / 2.0) / picture.width();
    double off =
        Math.min(
            Math.abs(centre - 0.5),
            Math.min(Math.abs(centre - 1 / 3.0), Math.abs(centre - 2 / 3.0)));
    double onLine = Math.exp(-Math.pow(off / 0.10, 2));
    double middle = Math.exp(-Math.pow((centre - 0.5) / 0.45, 2));
    double share = Math.sqrt((double) all.width() * all.height() / picture.pixels());
    double size = Math.exp(-Math.pow((share - 0.46) / 0.24, 2));
    return 0.3 * onLine + 0.3 * middle + 0.4 * size;
  }

  /**
   * Returns how well the products stand out: how far the mean colour of their boxes is from that of
   * the ring around them, on sRGB levels.
   *
   * @param picture a small copy of the picture
   * @param placements where the products stand in the picture
   * @param full the picture's own size, in which the boxes are given
   * @return 0 for the same colour, 1 from a distance of 120 levels on
   */
  public static double prominence(RasterImage picture, List<Placement> placements, Size full) {
    double sum = 0;
    for (Placement placement : placements) {
      Box box = scaled(placement.box(), full, picture.size());
      Box ring = box.grown(Math.max(2, Math.min(box.width(), box.height()) / 3));
      double[] inside = new double[4];
      double[] outside = new double[4];
      Box seen = ring.intersect(picture.size().bounds()).orElse(picture.size().bounds());
      for (int y = seen.y(); y < seen.bottom(); y++) {
        for (int x = seen.x(); x < seen.right(); x++) {
          boolean within = x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
          add(within ? inside : outside, picture.argb(x, y));
        }
      }
      sum += Math.min(1, distance(inside, outside) / 120);
    }
    return sum / placements.size();
  }

  private static void add(double[] sums, int argb) {
    for (int channel = 0; channel < 3; channel++) {
      sums[channel] += SrgbTransfer.toLinear(argb >> (16 - 8 * channel) & 255);
    }
    sums[3]++;
  }

  private static double distance(double[] one, double[] other) {
    if (one[3] == 0 || other[3] == 0) {
      return 0;
    }
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      double a = SrgbTransfer.toLevel((float) (one[channel] / one[3]));
      double b = SrgbTransfer.toLevel((float) (other[channel] / other[3]));
      sum += (a - b) * (a - b);
    }
    return Math.sqrt(sum);
  }

  private static Box union(List<Placement> placements) {
    Box all = placements.get(0).box();
    for (Placement placement : placements) {
      Box box = placement.box();
      int left = Math.min(all.x(), box.x());
      int top = Math.min(all.y(), box.y());
      int right = Math.max(all.right(), box.right());
      int bottom = Math.max(all.bottom(), box.bottom());
      all = new Box(left, top, right - left, bottom - top);
    }
    return all;
  }

  private static Box scaled(Box box, Size from, Size to) {
    double sx = to.width() / (double) from.width();
    double sy = to.height() / (double) from.height();
    return new Box(
        (int) Math.round(box.x() * sx),
        (int) Math.round(box.y() * sy),
        (int) Math.max(1, Math.round(box.width() * sx)),
        (int) Math.max(1, Math.round(box.height() * sy)));
  }
}
