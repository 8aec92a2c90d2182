package org.brandimage.imaging.scene;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneView;
import org.brandimage.spi.scene.ShareGrid;

/**
 * How well a background suits products: whether they can stand on it at a size at which they are
 * seen well, whether the photo is large enough for the canvas, and how far the product's highlights
 * are above the brightness of the ground.
 *
 * @param score from 0 (cannot be used) to 1, comparable between backgrounds for the same products
 * @param enlargement how many pixels of the canvas a pixel of the photo becomes, at most
 * @param reason what decided, as one sentence without its full stop
 */
public record BackgroundSuitability(double score, double enlargement, String reason) {
  /** A product whose highlights are so many stops above the ground begins to glow. */
  private static final double GLOWS = 2.0;

  private static final double GLOW_COST = 0.35;
  private static final int SAMPLE = 96;
  private static final double HIGHLIGHT = 0.9;
  private static final double BLACK = 0.004;

  /**
   * Rates a background for all canvases of a brief; the worst canvas decides.
   *
   * @param map what the background shows
   * @param canvases the canvases, at least one
   * @param products the products; the first photo of each decides
   * @param heightsCm the real height of each product
   * @param safeMargin the margin that products stay out of, from 0 to 0.4
   * @return the rating
   */
  public static BackgroundSuitability of(
      SceneMap map,
      List<CanvasSize> canvases,
      List<ProductCutouts> products,
      List<Double> heightsCm,
      double safeMargin) {
    if (!map.usable()) {
      return new BackgroundSuitability(0, 1, lowerFirst(map.reason()));
    }
    List<Double> aspects = products.stream().map(BackgroundSuitability::aspect).toList();
    double highlight =
        products.stream().mapToDouble(BackgroundSuitability::highlight).max().orElse(0);
    BackgroundSuitability worst = null;
    for (CanvasSize canvas : canvases) {
      SceneFit fit = SceneFraming.of(map, canvas, heightsCm, aspects, safeMargin);
      BackgroundSuitability rating = of(fit, highlight);
      worst = worst == null || rating.score < worst.score ? rating : worst;
    }
    return worst == null ? new BackgroundSuitability(0, 1, "there is no canvas") : worst;
  }

  private static BackgroundSuitability of(SceneFit fit, double highlight) {
    SceneView view = fit.view();
    if (view.enlargement() > SceneFit.TOO_SOFT) {
      return new BackgroundSuitability(
          0,
          view.enlargement(),
          text("the photo of %s would be enlarged %.1f times", view.map().photo(), enlarged(view)));
    }
    if (fit.support() >= GroundPlacer.STANDING && fit.seen() < SceneFit.LEAST_SEEN) {
      return new BackgroundSuitability(
          0,
          view.enlargement(),
          text(
              "the products would have at most %.0f %% of a well seen size, even shown %.0f times"
                  + " as large as they are",
              100 * fit.seen(), SceneFit.MOST_EXAGGERATION));
    }
    if (!fit.suits()) {
      return new BackgroundSuitability(
          0,
          view.enlargement(),
          text("at most %.0f %% of a footprint has free ground", 100 * fit.support()));
    }
    double soft = Math.pow(Math.min(1, SceneFraming.MOST_ENLARGED / view.enlargement()), 2);
    double stops = Math.log(highlight / ground(view)) / Math.log(2);
    double glow = Math.exp(-GLOW_COST * Math.max(0, stops - GLOWS));
    return new BackgroundSuitability(
        fit.score() * fit.seen() * soft * glow,
        view.enlargement(),
        text(
            "%.0f %% of the footprint on free ground, %.0f %% of a well seen size, enlarged %.1f"
                + " times, highlights %+.1f stops to the ground",
            100 * fit.support(), 100 * fit.seen(), enlarged(view), stops));
  }

  private static double enlarged(SceneView view) {
    return Math.max(1, view.enlargement());
  }

  private static double aspect(ProductCutouts product) {
    Size size = product.photos().get(0).image().size();
    return size.width() / (double) size.height();
  }

  /** Returns the luminance that nine tenths of a product stay below. */
  private static double highlight(ProductCutouts product) {
    RasterImage image = product.photos().get(0).image().raster();
    double scale = Math.min(1, SAMPLE / (double) Math.max(image.width(), image.height()));
    Size size =
        new Size(
            (int) Math.max(1, Math.round(image.width() * scale)),
            (int) Math.max(1, Math.round(image.height() * scale)));
    double[] seen =
        Arrays.stream(Resampler.resize(image, size).toArgb())
            .filter(pixel -> pixel >>> 24 > 127)
            .mapToDouble(BackgroundSuitability::luminance)
            .sorted()
            .toArray();
    return seen.length == 0 ? BLACK : Math.max(BLACK, seen[(int) (HIGHLIGHT * (seen.length - 1))]);
  }

  private static double luminance(int pixel) {
    return 0.2126 * SrgbTransfer.toLinear(pixel >> 16 & 255)
        + 0.7152 * SrgbTransfer.toLinear(pixel >> 8 & 255)
        + 0.0722 * SrgbTransfer.toLinear(pixel & 255);
  }

  /** Returns the mean luminance of the ground that a view shows; mid grey when it is not known. */
  private static double ground(SceneView view) {
    if (view.map().tone().isEmpty()) {
      return 0.18;
    }
    ShareGrid brightness = view.map().tone().get().brightness();
    double sum = 0;
    double weight = 0;
    Size grid = brightness.size();
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        double free = view.map().ground().at(column, row) * shown(view, grid, column, row);
        sum += free * brightness.at(column, row);
        weight += free;
      }
    }
    return weight == 0 ? 0.18 : Math.max(BLACK, sum / weight);
  }

  private static double shown(SceneView view, Size grid, int column, int row) {
    double x = (column + 0.5) / grid.width() * view.map().photo().width();
    double y = (row + 0.5) / grid.height() * view.map().photo().height();
    boolean inside =
        x >= view.crop().x()
            && x < view.crop().right()
            && y >= view.crop().y()
            && y < view.crop().bottom();
    return inside ? 1 : 0;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String lowerFirst(String sentence) {
    String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
