package org.brandimage.imaging.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneView;

/**
 * Products that stand side by side in a scene, in their order from left to right. At a row of the
 * canvas they have their real size there, times one factor for all: products that would be too
 * small to see are exaggerated, up to {@value #MOST_EXAGGERATION} times as far as the scene's scale
 * is known (the less by as much as it may be off), and products that would not fit are made
 * smaller, down to {@value #LEAST_FACTOR} times.
 *
 * @param heightsCm the real height of each
 * @param aspects the width of each over its height
 */
record StandingProducts(List<Double> heightsCm, List<Double> aspects) {
  static final double MOST_EXAGGERATION = 4;
  static final double LEAST_FACTOR = 0.5;

  /** The least mean length of the largest product that can be seen well, of the shorter side. */
  private static final double SEEN = 0.3;

  /** The largest share of the canvas' width and height that the products take. */
  private static final double WIDEST = 0.8;

  private static final double TALLEST = 0.72;
  private static final double GAP = 0.01;

  /** The size at which something of unknown scale is shown, of the shorter side. */
  private static final double HERO = 0.42;

  /**
   * The products at one row: their sizes in pixels, the factor on their real size, and how much of
   * the size at which they are seen well they have, at most 1.
   */
  record Sized(List<Size> sizes, double factor, int gap, double seen) {
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
    double most = MOST_EXAGGERATION / view.map().frameWidth().map(FrameWidth::error).orElse(1.0);
    double factor = Math.min(Math.max(1, most), Math.max(1, seen)) * wish;
    double gaps = gap * (heightsCm.size() - 1.0);
    factor = Math.min(factor, (WIDEST * view.canvas().width() - gaps) / (widthCm() * perCm));
    factor = Math.min(factor, TALLEST * view.canvas().height() / (tallestCm() * perCm));
    List<Size> sizes = new ArrayList<>();
    for (int i = 0; i < heightsCm.size(); i++) {
      double height = Math.max(1, heightsCm.get(i) * perCm * factor);
      double width = Math.max(1, height * aspects.get(i));
      sizes.add(new Size((int) Math.round(width), (int) Math.round(height)));
    }
    double shown = largestCm() * perCm * factor / (SEEN * shorter);
    return new Sized(sizes, factor, gap, Math.min(1, shown));
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
