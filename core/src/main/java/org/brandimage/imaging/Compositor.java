package org.brandimage.imaging;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The composition of the candidates of one scene on one canvas: a layer with the products alone, a
 * reference picture with the products over the background, and the mask that keeps the products.
 *
 * <p>All pictures are made when they are opened and not held. What is held is bounded, whatever the
 * number of candidates: the canvas-sized background, and sprites and decoded cut-outs of at most
 * two canvases each (four bytes a pixel; at least 16 MB and at most 128 MB each), the least
 * recently used leaving first. Each sprite is rendered once while it stays, so a candidate costs
 * one canvas of memory and one pass over the products' pixels: opaque runs are copied, and only
 * edges are blended.
 *
 * <p>The layer is the truth: where it is opaque, the reference has exactly its pixels. The mask
 * KEEPs the pixels whose alpha in the layer is at least 128, those that are mostly product; fainter
 * edge pixels are left to the generator and {@link ProductRestorer} blends the layer over what it
 * made there, so no fringe of the old background stays. Thread-safe; results do not depend on the
 * number of threads.
 */
public final class Compositor {
  // Bump when the same inputs give other pixels, so that digests tell the pictures apart.
  private static final String VERSION = "composition-1";
  private static final int NEUTRAL_GROUND = 0xFFE6E6E6;
  private static final long LEAST_HELD = 4 << 20;
  private static final long MOST_HELD = 32 << 20;

  private final Size size;
  private final List<ProductCutouts> products;
  private final CanvasBackground background;
  private final PixelCache<SpriteKey, Sprite> sprites;
  private final PixelCache<PhotoKey, RasterImage> cutouts;

  private record SpriteKey(int product, int photo, int width, int height, double rotation) {}

  private record PhotoKey(int product, int photo) {}

  private Compositor(Size size, List<ProductCutouts> products, @Nullable ImageSource background) {
    this.size = size;
    this.products = List.copyOf(products);
    this.background = new CanvasBackground(size, background, NEUTRAL_GROUND);
    long held = Math.max(LEAST_HELD, Math.min(MOST_HELD, 2 * size.pixels()));
    this.sprites = new PixelCache<>(held, sprite -> sprite.image().size().pixels());
    this.cutouts = new PixelCache<>(held, cutout -> cutout.size().pixels());
  }

  /**
   * Returns a compositor over a neutral light grey ground.
   *
   * @param canvas the size of every picture
   * @param products the products that placements refer to by index
   * @return the compositor
   */
  public static Compositor of(CanvasSize canvas, List<ProductCutouts> products) {
    return new Compositor(canvas.size(), products, null);
  }

  /**
   * Returns a compositor over a background, which is resized to cover the canvas.
   *
   * @param canvas the size of every picture
   * @param products the products that placements refer to by index
   * @param background opened once, when it is first needed
   * @return the compositor
   */
  public static Compositor of(
      CanvasSize canvas, List<ProductCutouts> products, ImageSource background) {
    return new Compositor(
        canvas.size(), products, Objects.requireNonNull(background, "background"));
  }

  /**
   * Returns the canvas-sized background, opaque; light grey when there is none.
   *
   * @return a source that holds its pixels after they were first asked for
   */
  public ImageSource background() {
    return background;
  }

  /**
   * Returns the products of a candidate alone on a transparent canvas.
   *
   * @param candidate a candidate of this scene and canvas
   * @return a source that renders at every call
   * @throws IllegalArgumentException when the candidate is of another scene or canvas
   */
  public ImageSource productLayer(Candidate candidate) {
    check(candidate);
    return new Composite(digest("layer", candidate), () -> layer(candidate));
  }

  /**
   * Returns the products of a candidate over the background.
   *
   * @param candidate a candidate of this scene and canvas
   * @return a source that renders at every call
   * @throws IllegalArgumentException when the candidate is of another scene or canvas
   */
  public ImageSource reference(Candidate candidate) {
    check(candidate);
    return new Composite(digest("reference", candidate), () -> overBackground(candidate));
  }

  /**
   * Returns the mask of a candidate: KEEP where the alpha of its layer is at least 128.
   *
   * @param candidate a candidate of this scene and canvas
   * @return the mask
   * @throws IllegalArgumentException when the candidate is of another scene or canvas
   */
  public Mask mask(Candidate candidate) {
    check(candidate);
    if (overlapping(candidate)) {
      RasterImage layer = layer(candidate);
      return Mask.of(size, (x, y) -> layer.argb(x, y) >>> 24 >= Sprite.KEPT_ALPHA);
    }
    BitSet kept = new BitSet((int) size.pixels());
    for (Placement placement : candidate.placements()) {
      sprite(placement).keep(kept, size.width(), placement.box().x(), placement.box().y());
    }
    return Mask.of(size, kept);
  }

  /**
   * Lets go of everything that is held. Pictures that were handed out still open, at the cost of
   * rendering anew; called when a run is over and its result may live long.
   */
  public void release() {
    background.release();
    sprites.clear();
    cutouts.clear();
  }

  private RasterImage layer(Candidate candidate) {
    int[] canvas = new int[(int) size.pixels()];
    putProducts(candidate, canvas);
    return RasterImage.adopt(size, canvas);
  }

  private RasterImage overBackground(Candidate candidate) {
    int[] canvas = background.raster().toArgb();
    putProducts(candidate, canvas);
    return RasterImage.adopt(size, canvas);
  }

  private void putProducts(Candidate candidate, int[] canvas) {
    for (Placement placement : candidate.placements()) {
      Box box = placement.box();
      sprite(placement).putOver(canvas, size.width(), box.x(), box.y());
    }
  }

  /** Returns a sprite; the rotations of one size share one resized cut-out. */
  private Sprite sprite(Placement placement) {
    SpriteKey key =
        new SpriteKey(
            placement.product(),
            placement.photo(),
            placement.width(),
            placement.height(),
            placement.rotation() % 360 + 0.0);
    if (key.rotation == 0) {
      return sprites.get(key, () -> upright(key));
    }
    SpriteKey upright = new SpriteKey(key.product, key.photo, key.width, key.height, 0);
    return sprites.get(
        key,
        () ->
            SpriteRenderer.rotate(
                sprites.get(upright, () -> upright(upright)).image(), key.rotation));
  }

  private Sprite upright(SpriteKey key) {
    ImageSource photo = products.get(key.product).photos().get(key.photo).image();
    RasterImage cutout = cutouts.get(new PhotoKey(key.product, key.photo), photo::raster);
    return SpriteRenderer.render(cutout, key.width, key.height, 0);
  }

  private boolean overlapping(Candidate candidate) {
    List<Placement> placements = candidate.placements();
    for (int i = 0; i < placements.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (placements.get(i).box().intersect(placements.get(j).box()).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private String digest(String kind, Candidate candidate) {
    Fingerprint print = Fingerprint.of(VERSION).add(kind).add(size.width()).add(size.height());
    if (kind.equals("reference")) {
      print.add(background.digest());
    }
    for (Placement placement : candidate.placements()) {
      Box box = placement.box();
      print
          .add(products.get(placement.product()).photos().get(placement.photo()).image().digest())
          .add(placement.width())
          .add(placement.height())
          .add(placement.rotation())
          .add(box.x())
          .add(box.y());
    }
    return print.toHex();
  }

  private void check(Candidate candidate) {
    for (Placement placement : candidate.placements()) {
      if (placement.product() >= products.size()
          || placement.photo() >= products.get(placement.product()).photos().size()) {
        throw unusable(candidate, "a product or photo that the scene has not", placement);
      }
      Size box =
          SpriteRenderer.rotatedSize(placement.width(), placement.height(), placement.rotation());
      if (!placement.box().size().equals(box)) {
        throw unusable(candidate, "a box that is not its rotated size " + box, placement);
      }
      if (!size.bounds().contains(placement.box())) {
        throw unusable(candidate, "a box that leaves the canvas " + size, placement);
      }
    }
  }

  private static IllegalArgumentException unusable(
      Candidate candidate, String problem, Placement placement) {
    return new IllegalArgumentException(
        "candidate " + candidate.id() + " has " + problem + ": " + placement);
  }

  @Override
  public String toString() {
    return "Compositor[" + size + ", " + products.size() + " products]";
  }

  /** A picture that is rendered whenever it is opened. */
  private final class Composite implements ImageSource {
    private final String digest;
    private final Supplier<RasterImage> renderer;

    Composite(String digest, Supplier<RasterImage> renderer) {
      this.digest = Objects.requireNonNull(digest, "digest");
      this.renderer = renderer;
    }

    @Override
    public Size size() {
      return size;
    }

    @Override
    public String digest() {
      return digest;
    }

    @Override
    public RasterImage raster() {
      return renderer.get();
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }
}
