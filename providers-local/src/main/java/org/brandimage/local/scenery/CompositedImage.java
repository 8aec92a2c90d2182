package org.brandimage.local.scenery;

import java.util.List;
import java.util.Optional;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.imaging.light.ShadowPainter;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.result.Fingerprint;

/**
 * A product in its scenery, with its shadow: rendered whenever it is opened. Holds no pixels.
 * Thread-safe.
 */
final class CompositedImage implements ImageSource {
  private static final String VERSION = "composited-1";

  /** How far behind the products' feet a surface reaches, as a share of the canvas' height. */
  private static final double SURFACE_DEPTH = 0.17;

  private final ImageSource productLayer;
  private final List<Placement> placements;
  private final Scenery.Recipe recipe;
  private final SceneryCache cache;
  private final LightChoice choice;

  /**
   * Creates the picture.
   *
   * @param productLayer the products on a transparent canvas
   * @param placements where they stand
   * @param recipe the scenery
   * @param cache where the scenery is held
   * @param choice what this picture does with the scenery's light
   */
  CompositedImage(
      ImageSource productLayer,
      List<Placement> placements,
      Scenery.Recipe recipe,
      SceneryCache cache,
      LightChoice choice) {
    this.productLayer = productLayer;
    this.placements = List.copyOf(placements);
    this.recipe = recipe;
    this.cache = cache;
    this.choice = choice;
  }

  @Override
  public Size size() {
    return productLayer.size();
  }

  @Override
  public String digest() {
    return Fingerprint.of(VERSION)
        .add(productLayer.digest())
        .add(placements.toString())
        .add(recipe.key())
        .add(choice.toString())
        .toHex();
  }

  @Override
  public RasterImage raster() {
    Scenery.Painted scenery = cache.get(recipe, size()).paint();
    LightEstimate light = choice.of(scenery.light());
    RasterImage layer = productLayer.raster();
    int[] canvas = ground(scenery, light, layer);
    if (scenery.tabletop() != null) {
      placements.forEach(placement -> Reflection.of(layer, placement.box()).lay(canvas, size()));
    }
    for (Placement placement : placements) {
      ShadowPainter.paint(layer, placement.box(), placement.rotation(), light)
          .darken(canvas, size());
    }
    putProducts(layer, canvas);
    return RasterImage.adopt(size(), canvas);
  }

  /**
   * Returns the scenery as it is behind the products: with the light and the surface that were put
   * there for them, without the products, their shadows and reflections.
   *
   * @return a picture that renders when it is opened
   */
  ImageSource cleanPlate() {
    return new CleanPlate();
  }

  private int[] ground(Scenery.Painted scenery, LightEstimate light, RasterImage layer) {
    int[] canvas = scenery.picture().toArgb();
    Tabletop tabletop = scenery.tabletop();
    if (tabletop != null) {
      tabletop.lay(canvas, size(), surfaceEdge(), light.side());
    } else if (scenery.relit()) {
      placements.forEach(placement -> LightPool.lay(canvas, size(), layer, placement.box()));
    }
    return canvas;
  }

  private int surfaceEdge() {
    int highest = size().height();
    for (Placement placement : placements) {
      highest = Math.min(highest, placement.box().bottom());
    }
    return (int) Math.max(0.3 * size().height(), highest - SURFACE_DEPTH * size().height());
  }

  private void putProducts(RasterImage layer, int[] canvas) {
    Box box = productBox();
    int[] row = new int[box.width()];
    for (int y = box.y(); y < box.bottom(); y++) {
      layer.copyRegion(new Box(box.x(), y, box.width(), 1), row, 0, box.width());
      int offset = y * size().width() + box.x();
      for (int x = 0; x < row.length; x++) {
        canvas[offset + x] = Opaque.over(row[x], canvas[offset + x]);
      }
    }
  }

  /** Returns the box around all products; the layer is clear beyond it. */
  private Box productBox() {
    int left = size().width();
    int top = size().height();
    int right = 0;
    int bottom = 0;
    for (Placement placement : placements) {
      left = Math.min(left, placement.box().x());
      top = Math.min(top, placement.box().y());
      right = Math.max(right, placement.box().right());
      bottom = Math.max(bottom, placement.box().bottom());
    }
    return new Box(left, top, right - left, bottom - top).intersect(size().bounds()).orElseThrow();
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "CompositedImage[" + size() + "]";
  }

  /** The picture before anything stands in it. */
  private final class CleanPlate implements ImageSource {
    @Override
    public Size size() {
      return CompositedImage.this.size();
    }

    @Override
    public String digest() {
      return Fingerprint.of("clean-plate").add(CompositedImage.this.digest()).toHex();
    }

    @Override
    public RasterImage raster() {
      Scenery.Painted scenery = cache.get(recipe, size()).paint();
      LightEstimate light = choice.of(scenery.light());
      return RasterImage.adopt(size(), ground(scenery, light, productLayer.raster()));
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }
}
