package org.brandimage.benchmarks.compose;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Selection;

/**
 * What every way of composing is given: a cut-out of 1024 x 1024 pixels at 55 % of the canvas, a
 * noisy background of the canvas' size, a grid of three rotations, and for each rotation the
 * picture of its contact shadow, so that rivals need not make one.
 */
final class ComposeWorkload {
  static final double SHADOW = 0.5;

  final CanvasSize canvas;
  final RasterImage cutout;
  final RasterImage background;
  final List<ProductCutouts> products;
  final List<Candidate> grid;
  final int upright;
  final Map<Double, Shadow> shadows = new LinkedHashMap<>();

  /** A contact shadow: black with an alpha channel, at a place relative to the sprite's box. */
  record Shadow(Box box, RasterImage image) {}

  ComposeWorkload(int side, int candidates) {
    this.canvas = new CanvasSize(side, side);
    this.cutout = bottle(1024);
    this.background = noise(side);
    this.products = List.of(product(cutout));
    this.upright = (int) Math.round(side * 0.55);
    Grid search =
        candidates == 9
            ? Grid.DEFAULT
            : new Grid(60, 30, List.of(0.0, 15.0, -15.0), List.of(1.0), candidates);
    Size size = new Size(upright, upright);
    this.grid = Placer.of(canvas, 0, search).place(products, List.of(List.of(size)));
    if (grid.size() != candidates) {
      throw new IllegalStateException("the grid must have " + candidates + ": " + grid.size());
    }
    grid.forEach(
        candidate ->
            shadows.computeIfAbsent(placement(candidate).rotation(), r -> shadow(candidate)));
  }

  /** Returns a compositor that has made nothing yet. */
  Compositor compositor() {
    return Compositor.of(canvas, products, ImageSource.of(background)).withContactShadow(SHADOW);
  }

  static Placement placement(Candidate candidate) {
    return candidate.placements().get(0);
  }

  Shadow shadow(double rotation) {
    Shadow known = shadows.get(rotation);
    if (known == null) {
      throw new IllegalArgumentException("no sprite is turned by " + rotation);
    }
    return known;
  }

  /** Reads the shadow off two pictures on white, one without it. */
  private Shadow shadow(Candidate candidate) {
    ImageSource white = ImageSource.of(RasterImage.filled(canvas.size(), -1));
    Compositor bare = Compositor.of(canvas, products, white);
    RasterImage lit = bare.reference(candidate).raster();
    RasterImage dark = bare.withContactShadow(SHADOW).reference(candidate).raster();
    Box whole = bare.withContactShadow(SHADOW).patch(candidate).box();
    int[] argb = new int[(int) whole.size().pixels()];
    for (int i = 0; i < argb.length; i++) {
      int x = whole.x() + i % whole.width();
      int y = whole.y() + i / whole.width();
      int level = lit.argb(x, y) >> 8 & 255;
      int missing = level == 0 ? 0 : 255 - (dark.argb(x, y) >> 8 & 255) * 255 / level;
      argb[i] = missing << 24;
    }
    RasterImage image = RasterImage.adopt(whole.size(), argb);
    Mask dim = Mask.of(whole.size(), (x, y) -> image.argb(x, y) != 0);
    Box seen = dim.keptBounds().orElseThrow();
    int[] cropped = new int[(int) seen.size().pixels()];
    image.copyRegion(seen, cropped, 0, seen.width());
    Box box = placement(candidate).box();
    return new Shadow(
        seen.translated(whole.x() - box.x(), whole.y() - box.y()),
        RasterImage.adopt(seen.size(), cropped));
  }

  /** Returns a bottle with a soft edge, a label's fine pattern and a smooth shading. */
  private static RasterImage bottle(int side) {
    int[] argb = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        argb[y * side + x] = bottle((x + 0.5) / side * 2 - 1, (y + 0.5) / side * 2 - 1, side);
      }
    }
    return RasterImage.adopt(new Size(side, side), argb);
  }

  private static int bottle(double x, double y, int side) {
    double shoulder = Math.max(0, Math.min(1, (y + 0.55) / 0.35));
    double half = 0.10 + 0.11 * (1 - Math.cos(shoulder * Math.PI));
    double inside = Math.min(half - Math.abs(x), 0.97 - Math.abs(y)) * side / 2;
    int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, inside + 0.5)));
    int red = (int) (128 + 70 * Math.sin(x * 9) + 30 * Math.sin(y * 40));
    int green = (int) (100 + 60 * x + 20 * Math.sin(x * y * 60));
    int blue = (int) (60 + 40 * y);
    return alpha == 0 ? 0 : alpha << 24 | red << 16 | green << 8 | blue;
  }

  private static RasterImage noise(int side) {
    Random random = new Random(7);
    int[] argb = new int[side * side];
    Arrays.setAll(
        argb, i -> 0xFF000000 | (random.nextInt() & 0x3F3F3F) | (i % side * 180 / side) << 8);
    return RasterImage.adopt(new Size(side, side), argb);
  }

  private static ProductCutouts product(RasterImage cutout) {
    ImageSource photo = ImageSource.of(cutout);
    Asset asset = Asset.builder("bottle", EntityKind.PRODUCT, List.of(photo)).build();
    Entity entity = new Entity(EntityKind.PRODUCT, "bottle", "a bottle");
    return new ProductCutouts(new Selection(entity, asset), List.of(new Cutout(photo, 1, "drawn")));
  }
}
