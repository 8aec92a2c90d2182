package org.brandimage.quality.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.plan.Placement;

/**
 * Where a product touches the ground in a picture: the columns whose lowest opaque pixel is within
 * a tenth of its height of its lowest row, or all of its base when those are but a leg.
 *
 * @param placement the product's placement
 * @param left the first column
 * @param right the column after the last
 * @param ground the row under the lowest pixel
 */
record Contact(Placement placement, int left, int right, int ground) {
  private static final double BASE = 0.1;
  private static final int PRODUCT_ALPHA = 128;

  /** A contact narrower than so much of the product is that of a leg. */
  private static final double LEGS = 0.5;

  private static final double BASE_WIDTH = 0.92;

  /** A product that is turned by more does not stand, so it has no contact. */
  private static final double MOST_DEGREES = 5;

  /** Returns the contacts of the products that stand; empty when one cannot be told. */
  static List<Contact> of(CheckRequest request) {
    RasterImage layer = request.productLayer().raster();
    List<Contact> contacts = new ArrayList<>();
    for (Placement placement : request.candidate().placements()) {
      Optional<Contact> contact = of(placement, layer);
      if (contact.isEmpty()) {
        return List.of();
      }
      contacts.add(contact.get());
    }
    return contacts;
  }

  private static Optional<Contact> of(Placement placement, RasterImage layer) {
    Optional<Box> visible = placement.box().intersect(layer.size().bounds());
    if (Math.abs(placement.rotation()) > MOST_DEGREES || visible.isEmpty()) {
      return Optional.empty();
    }
    Box box = visible.get();
    int[] lowest = new int[box.width()];
    int bottom = -1;
    for (int column = 0; column < box.width(); column++) {
      lowest[column] = lowest(layer, box, box.x() + column);
      bottom = Math.max(bottom, lowest[column]);
    }
    if (bottom < 0) {
      return Optional.empty();
    }
    int from = bottom - (int) Math.max(1, BASE * box.height());
    int first = 0;
    while (lowest[first] < from) {
      first++;
    }
    int last = box.width() - 1;
    while (lowest[last] < from) {
      last--;
    }
    if (last + 1 - first < LEGS * box.width()) {
      // It stands on legs of which only the nearest reaches so low; its ground is all of its base.
      first = (int) Math.round(box.width() * (1 - BASE_WIDTH) / 2);
      last = box.width() - 1 - first;
    }
    return Optional.of(new Contact(placement, box.x() + first, box.x() + last + 1, bottom + 1));
  }

  private static int lowest(RasterImage layer, Box box, int x) {
    for (int y = box.bottom() - 1; y >= box.y(); y--) {
      if (layer.argb(x, y) >>> 24 >= PRODUCT_ALPHA) {
        return y;
      }
    }
    return -1;
  }

  /** Returns how wide the contact is, in pixels. */
  int width() {
    return right - left;
  }
}
