package org.brandimage.imaging;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.ProductCutouts;

/**
 * The products of a scene with their planned sizes, fitted jointly into the safe box. Immutable.
 */
final class Lineup {
  /** A product whose longer side is shorter than this cannot be recognised. */
  static final int SHORTEST_PRODUCT = 8;

  private static final double GAP = 0.01;
  private static final double STEP = 0.995;

  private final List<ProductCutouts> products;
  private final List<List<Size>> sizes;
  private final Box safeBox;
  private final Size canvas;
  private final int gap;

  /** One product's upright size, the box of its rotated rectangle, and the photo it shows. */
  record Item(int photo, Size upright, Size box) {}

  Lineup(List<ProductCutouts> products, List<List<Size>> sizes, Box safeBox, Size canvas) {
    this.products = List.copyOf(products);
    this.sizes = sizes.stream().map(List::copyOf).toList();
    this.safeBox = safeBox;
    this.canvas = canvas;
    this.gap = products.size() < 2 ? 0 : (int) Math.max(1, Math.round(canvas.width() * GAP));
    check();
  }

  private void check() {
    if (products.isEmpty()) {
      throw new IllegalArgumentException("products must not be empty");
    }
    if (sizes.size() != products.size()) {
      throw new IllegalArgumentException(
          "sizes must be one list a product, " + products.size() + ": " + sizes.size());
    }
    for (int i = 0; i < sizes.size(); i++) {
      int photos = products.get(i).photos().size();
      if (sizes.get(i).size() != photos) {
        throw new IllegalArgumentException(
            "sizes of product " + i + " must be one a photo, " + photos + ": " + sizes.get(i));
      }
    }
  }

  /** Returns the most photos that one product has. */
  int photos() {
    return sizes.stream().mapToInt(List::size).max().orElse(1);
  }

  /** Returns the least distance between two products in pixels. */
  int gap() {
    return gap;
  }

  /** Returns the products in the order of the scene, scaled down jointly until they fit. */
  List<Item> fitted(int photo, double rotation, double scale) {
    double factor = scale;
    while (true) {
      List<Item> items = items(photo, rotation, factor);
      double excess = excess(items);
      if (excess <= 1) {
        return items;
      }
      checkVisible(items);
      factor *= Math.min(STEP, 1 / excess);
    }
  }

  private List<Item> items(int photo, double rotation, double factor) {
    List<Item> items = new ArrayList<>(sizes.size());
    for (List<Size> photos : sizes) {
      int shown = photo % photos.size();
      int width = scaled(photos.get(shown).width(), factor);
      int height = scaled(photos.get(shown).height(), factor);
      items.add(
          new Item(
              shown, new Size(width, height), SpriteRenderer.rotatedSize(width, height, rotation)));
    }
    return items;
  }

  /**
   * Returns how many times the row of boxes is larger than the safe box; at most 1 when it fits.
   */
  private double excess(List<Item> items) {
    double width = 0;
    double height = 0;
    for (Item item : items) {
      width += item.box().width();
      height = Math.max(height, item.box().height());
    }
    double room = safeBox.width() - (double) gap * (items.size() - 1);
    return room < 1 ? Double.MAX_VALUE : Math.max(width / room, height / safeBox.height());
  }

  private void checkVisible(List<Item> items) {
    for (int i = 0; i < items.size(); i++) {
      Size upright = items.get(i).upright();
      if (Math.max(upright.width(), upright.height()) < SHORTEST_PRODUCT) {
        throw new UnsupportedInputException(
            "product \""
                + products.get(i).product().entity().name()
                + "\" does not fit: side by side, the scene's "
                + products.size()
                + " products would be less than "
                + SHORTEST_PRODUCT
                + " px in the "
                + safeBox.size()
                + " px inside the safe margin of a "
                + canvas
                + " canvas - use fewer products a scene, a larger canvas or a smaller safe margin");
      }
    }
  }

  private static int scaled(int side, double factor) {
    return (int) Math.max(1, Math.min(1 << 20, Math.round(side * factor)));
  }
}
