package org.brandimage.imaging.compose;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.brandimage.imaging.raster.RenderedSource;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Box;
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
 * <p>All pictures are rendered when they are opened, and are not kept. The memory is bounded,
 * whatever the number of candidates. It holds the canvas-sized background, and sprites and decoded
 * cut-outs of at most two canvases each (four bytes per pixel; at least 16 MB and at most 128 MB
 * each), the least recently used leaving first. Each sprite is rendered once while it stays, so a
 * candidate costs one pass over the products' pixels: opaque runs are copied, and only edges are
 * blended. If you do not need a whole canvas for each, use {@link #patch}, or one {@link
 * #scratchCanvas} for all.
 *
 * <p>Where the layer is opaque, the reference has exactly its pixels. The mask KEEPs the pixels
 * whose alpha in the layer is at least 128, those that are mostly product; fainter edge pixels are
 * left to the generator and {@link org.brandimage.imaging.restore.ProductRestorer} blends the layer
 * over what it made there, so no fringe of the old background stays. Parts beyond the canvas are
 * cut off. Thread-safe; results do not depend on the number of threads.
 */
public final class Compositor {
  // Bump when the same inputs give other pixels, so that digests tell the pictures apart.
  private static final String VERSION = "composition-6";
  private static final int NEUTRAL_GROUND = 0xFFE6E6E6;

  private final Size size;
  private final CanvasBackground background;
  private final SpriteCache sprites;

  private Compositor(Size size, CanvasBackground background, SpriteCache sprites) {
    this.size = size;
    this.background = background;
    this.sprites = sprites;
  }

  private static Compositor of(
      Size size, List<ProductCutouts> products, @Nullable ImageSource background) {
    return new Compositor(
        size,
        new CanvasBackground(size, background, NEUTRAL_GROUND),
        new SpriteCache(size, products, 0));
  }

  /**
   * {@return a compositor over a neutral light grey ground}
   *
   * @param canvas the size of every picture
   * @param products the products that placements refer to by index
   */
  public static Compositor of(CanvasSize canvas, List<ProductCutouts> products) {
    return of(canvas.size(), products, (ImageSource) null);
  }

  /**
   * {@return a compositor over a background, which is resized to cover the canvas}
   *
   * @param canvas the size of every picture
   * @param products the products that placements refer to by index
   * @param background opened once, when it is first needed
   */
  public static Compositor of(
      CanvasSize canvas, List<ProductCutouts> products, ImageSource background) {
    return of(canvas.size(), products, Objects.requireNonNull(background, "background"));
  }

  /**
   * Returns a compositor of the same scene whose references have a soft dark spot under each
   * product where it touches the ground, so that no product seems to float. Layers and masks are
   * unchanged, and so is every pixel where a product is opaque. {@link
   * org.brandimage.imaging.light.ShadowPainter} paints the shadows of finished pictures.
   *
   * @param darkness the share of light that is missing in the middle of a spot, from 0 (none, the
   *     default) to 1; 0.5 looks natural in most light
   * @return a new compositor that shares the background
   * @throws IllegalArgumentException when the darkness is out of range
   */
  public Compositor withContactShadow(double darkness) {
    if (!(darkness >= 0 && darkness <= 1)) {
      throw new IllegalArgumentException("darkness must be from 0 to 1: " + darkness);
    }
    return new Compositor(size, background, new SpriteCache(size, sprites.products(), darkness));
  }

  /**
   * Returns the canvas-sized background, which is opaque, and light grey when there is none.
   *
   * @return a source that keeps its pixels once it was opened
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
    return new RenderedSource(
        size,
        digest("layer", candidate),
        () -> RasterImage.adopt(size, sprites.layer(candidate, size.bounds())));
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
    return new RenderedSource(
        size, digest("reference", candidate), () -> overBackground(candidate));
  }

  /**
   * {@return the mask of a candidate: KEEP where the alpha of its layer is at least 128}
   *
   * @param candidate a candidate of this scene and canvas
   * @throws IllegalArgumentException when the candidate is of another scene or canvas
   */
  public Mask mask(Candidate candidate) {
    check(candidate);
    BitSet kept = new BitSet((int) size.pixels());
    sprites.keep(candidate, size.bounds(), kept);
    return Mask.of(size, kept);
  }

  /**
   * Returns the part of the background that a candidate changes, with the reference's pixels. The
   * cost grows with the box around the products and their shadows, not with the canvas.
   *
   * @param candidate a candidate of this scene and canvas
   * @return the patch
   * @throws IllegalArgumentException when the candidate is of another scene or canvas
   */
  public Patch patch(Candidate candidate) {
    List<PlacedSprite> shown = sprites.placed(candidate);
    Box box = PlacedSprite.changed(shown, size.bounds());
    int[] argb = new int[Math.toIntExact(box.size().pixels())];
    background.raster().copyRegion(box, argb, 0, box.width());
    shown.forEach(sprite -> sprite.put(argb, box));
    BitSet kept = new BitSet(argb.length);
    sprites.keep(candidate, box, kept);
    return new Patch(box, RasterImage.adopt(box.size(), argb), Mask.of(box.size(), kept));
  }

  /**
   * Writes the reference of a candidate into an array of the caller, which may be used again. It
   * costs little more than copying the background.
   *
   * @param candidate a candidate of this scene and canvas
   * @param argb the array to write to, by rows, exactly the canvas' number of pixels; all are
   *     overwritten
   * @throws IllegalArgumentException when the candidate is of another scene or canvas, or the array
   *     of another length
   */
  public void render(Candidate candidate, int[] argb) {
    checkLength(argb);
    List<PlacedSprite> shown = sprites.placed(candidate);
    background.raster().copyRegion(size.bounds(), argb, 0, size.width());
    shown.forEach(sprite -> sprite.put(argb, size.bounds()));
  }

  /**
   * Returns a canvas that shows one candidate after another; this is the fastest way to render all
   * candidates.
   *
   * @return a canvas for the use of one thread, which shows the background
   */
  public ScratchCanvas scratchCanvas() {
    return scratchCanvas(new int[Math.toIntExact(size.pixels())]);
  }

  /**
   * Returns a canvas that shows one candidate after another in an array of the caller, which may be
   * used again when the canvas is no longer needed.
   *
   * @param argb the array to draw into, exactly the canvas' number of pixels; its present content
   *     does not matter
   * @return a canvas for the use of one thread, which shows the background
   * @throws IllegalArgumentException when the array is of another length
   */
  public ScratchCanvas scratchCanvas(int[] argb) {
    checkLength(argb);
    return new ScratchCanvas(sprites, background.raster(), argb);
  }

  /**
   * Releases all memory that is held. Pictures that were returned before still open, at the cost of
   * rendering them again. Called when a run is over, since its result may be kept for long.
   */
  public void release() {
    background.release();
    sprites.clear();
  }

  private RasterImage overBackground(Candidate candidate) {
    int[] canvas = background.raster().toArgb();
    sprites.placed(candidate).forEach(sprite -> sprite.put(canvas, size.bounds()));
    return RasterImage.adopt(size, canvas);
  }

  private String digest(String kind, Candidate candidate) {
    Fingerprint print = Fingerprint.of(VERSION).add(kind).add(size.width()).add(size.height());
    if (kind.equals("reference")) {
      print.add(background.digest()).add(sprites.darkness());
    }
    for (Placement placement : candidate.placements()) {
      Box box = placement.box();
      print
          .add(photos(placement).get(placement.photo()).image().digest())
          .add(placement.width())
          .add(placement.height())
          .add(placement.rotation())
          .add(box.x())
          .add(box.y());
    }
    return print.toHex();
  }

  private List<Cutout> photos(Placement placement) {
    return sprites.products().get(placement.product()).photos();
  }

  private void checkLength(int[] argb) {
    if (argb.length != size.pixels()) {
      throw new IllegalArgumentException(
          "argb must hold " + size.pixels() + " pixels for " + size + ": " + argb.length);
    }
  }

  private void check(Candidate candidate) {
    sprites.check(candidate);
  }

  @Override
  public String toString() {
    return "Compositor[" + size + ", " + sprites.products().size() + " products]";
  }
}
