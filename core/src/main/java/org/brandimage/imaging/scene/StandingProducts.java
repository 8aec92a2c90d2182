package org.brandimage.imaging.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneView;

/**
 * Products that stand side by side in a scene, in their order from left to right. At a row of the
 * canvas they have their real size there, times one factor for all: products that would be too
 * small to see are exaggerated, up to {@value #MOST_EXAGGERATION} times, and products that would
 * not fit are made smaller, down to {@value #LEAST_FACTOR} times.
 *
 * @param heightsCm the real height of each
 * @param aspects the width of each over its height
 */
record StandingProducts(List<Double> heightsCm, List<Double> aspects) {
  static final double MOST_EXAGGERATION = 2.4;
  static final double LEAST_FACTOR = 0.5;

  /** The least mean length of the largest product that can be seen well, of the shorter side. */
  private static final double SEEN = 0.28;

  /** The largest share of the canvas' width and height that the products take. */
  private static final double WIDEST = 0.8;

  private static final double TALLEST = 0.72;
  private static final double GAP = 0.01;

  /** The size at which something of unknown scale is shown, of the shorter side. */
  private static final double HERO = 0.42;

  /** The products at one row: their sizes in pixels, and the factor on their real size. */
  record Sized(List<Size> sizes, double factor, int gap) {
    int width() {
      return sizes.stream().mapToInt(Size::width).sum() + gap * (sizes.size() - 1);
    }

    int height() {
      return sizes.stream().mapToInt(Size::height).max().orElse(1);
    }
  }

  StandingProducts {
    heightsCm = List.copyOf(heightsCm);
    aspects = List.copyOf(aspects);
  }

  /** Returns the products at a row of the canvas, times a wish. */
  Sized at(SceneView view, double row, double wish) {
    OptionalDouble centimetres = view.centimetresPerPixel(row);
    double shorter = Math.min(view.canvas().width(), view.canvas().height());
    double perCm =
        centimetres.isPresent() ? 1 / centimetres.getAsDouble() : HERO * shorter / largestCm();
    int gap = (int) Math.max(1, Math.round(view.canvas().width() * GAP));
    double seen = SEEN * shorter / (largestCm() * perCm);
    double factor = Math.min(MOST_EXAGGERATION, Math.max(1, seen)) * wish;
    double gaps = gap * (heightsCm.size() - 1.0);
    factor = Math.min(factor, (WIDEST * view.canvas().width() - gaps) / (widthCm() * perCm));
    factor = Math.min(factor, TALLEST * view.canvas().height() / (tallestCm() * perCm));
    List<Size> sizes = new ArrayList<>();
    for (int i = 0; i < heightsCm.size(); i++) {
      double height = Math.max(1, heightsCm.get(i) * perCm * factor);
      double width = Math.max(1, height * aspects.get(i));
      sizes.add(new Size((int) Math.round(width), (int) Math.round(height)));
    }
    return new Sized(sizes, factor, gap);
  }

  /** Returns the mean length of the largest product. */
  private double largestCm() {
    double largest = 0;
    for (int i = 0; i < heightsCm.size(); i++) {
      largest = Math.max(largest, heightsCm.get(i) * Math.sqrt(aspects.get(i)));
    }
    return largest;
  }

  private double tallestCm() {
    return heightsCm.stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }

  private double widthCm() {
    double width = 0;
    for (int i = 0; i < heightsCm.size(); i++) {
      width += heightsCm.get(i) * aspects.get(i);
    }
    return width;
  }
}
