package org.brandimage.imaging.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.ProductCutouts;

/** The products of a scene side by side, scaled jointly to fit into a free region. Immutable. */
final class ProductRow {
  /** No product is made smaller: its longer side would be too short to be recognised. */
  static final int SHORTEST_PRODUCT = 8;

  private static final int LONGEST = 1 << 20;
  private static final int NAMED = 5;
  private static final double GAP = 0.01;
  private static final double STEP = 0.995;

  private final List<ProductCutouts> products;
  private final List<List<Size>> sizes;
  private final Size canvas;
  private final int gap;

  /** One product's upright size, the box of its rotated rectangle, and the photo it shows. */
  record Item(int photo, Size upright, Size box) {}

  /** The products of a cell and the factor on their planned sizes, at most the cell's scale. */
  record Fitted(List<Item> items, double factor) {}

  ProductRow(List<ProductCutouts> products, List<List<Size>> sizes, Size canvas) {
    this.products = List.copyOf(products);
    this.sizes = sizes.stream().map(List::copyOf).toList();
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

  /**
   * Returns the products in the order of the scene, scaled down jointly until they fit into a
   * region; empty when they do not even at the shortest length.
   */
  Optional<Fitted> fitted(FreeRegion region, int photo, double rotation, double scale) {
    double factor = scale;
    while (true) {
      List<Item> items = items(photo, rotation, factor);
      double excess = region.excess(items.stream().map(Item::box).toList(), gap);
      if (excess <= 1) {
        return Optional.of(new Fitted(items, factor));
      }
      if (!shrinkable(items)) {
        return Optional.empty();
      }
      factor *= Math.min(STEP, 1 / excess);
    }
  }

  private List<Item> items(int photo, double rotation, double factor) {
    List<Item> items = new ArrayList<>(sizes.size());
    for (int i = 0; i < sizes.size(); i++) {
      int shown = photo % sizes.get(i).size();
      Size cutout = products.get(i).photos().get(shown).image().size();
      Size upright = scaled(cutout, sizes.get(i).get(shown), factor);
      Size box = upright.rotated(rotation);
      items.add(new Item(shown, upright, box));
    }
    return items;
  }

  /** Scales the cut-out's longer side and lets the other follow, so that rounding is not scaled. */
  private static Size scaled(Size cutout, Size planned, double factor) {
    boolean wide = cutout.width() >= cutout.height();
    double exact = (wide ? planned.width() : planned.height()) * factor;
    long longer = Math.max(SHORTEST_PRODUCT, Math.min(LONGEST, Math.round(exact)));
    int shortest = Math.min(cutout.width(), cutout.height());
    int longest = Math.max(cutout.width(), cutout.height());
    long shorter = Math.max(1, Math.round((double) longer * shortest / longest));
    return wide ? new Size((int) longer, (int) shorter) : new Size((int) shorter, (int) longer);
  }

  private static boolean shrinkable(List<Item> items) {
    return items.stream()
        .anyMatch(
            item -> Math.max(item.upright().width(), item.upright().height()) > SHORTEST_PRODUCT);
  }

  /** Returns the error of products that fit nowhere. */
  UnsupportedInputException tooLarge(Size safe) {
    String names =
        products.stream()
            .limit(NAMED)
            .map(product -> '"' + product.product().entity().name() + '"')
            .collect(Collectors.joining(", "));
    return new UnsupportedInputException(
        "product "
            + names
            + (products.size() > NAMED ? " and " + (products.size() - NAMED) + " more" : "")
            + " does not fit even at "
            + SHORTEST_PRODUCT
            + " px into the "
            + safe
            + " px inside the safe margin, outside the safe zones, of a "
            + canvas
            + " canvas - use fewer products a scene, a larger canvas or smaller safe margins and zones");
  }
}
