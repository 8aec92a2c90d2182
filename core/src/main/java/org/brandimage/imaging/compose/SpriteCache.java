package org.brandimage.imaging.compose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;

/**
 * The sprites of one scene on one canvas: each product photo is decoded, resized and rotated once
 * for all cells of the grid that show it the same way, as long as the bounded memory lasts.
 * Thread-safe.
 */
final class SpriteCache {
  private static final long LEAST_HELD = 4 << 20;
  private static final long MOST_HELD = 32 << 20;

  private final Size canvas;
  private final List<ProductCutouts> products;
  private final double darkness;
  private final PixelCache<SpriteKey, Sprite> sprites;
  private final PixelCache<SpriteKey, RotationSource> sources;
  private final PixelCache<PreblendedKey, PreblendedSprite> preblended;
  private final PixelCache<PhotoKey, RasterImage> cutouts;

  private enum Part {
    PRODUCT,
    SHADOW,
    BOTH
  }

  private record PhotoKey(int product, int photo) {}

  private record SpriteKey(int product, int photo, int width, int height, double rotation) {
    SpriteKey upright() {
      return new SpriteKey(product, photo, width, height, 0);
    }
  }

  private record PreblendedKey(SpriteKey sprite, Part part) {}

  /**
   * Creates an empty cache.
   *
   * @param canvas the size of every picture
   * @param products what placements refer to by index
   * @param darkness of the contact shadows, 0 for none
   */
  SpriteCache(Size canvas, List<ProductCutouts> products, double darkness) {
    this.canvas = canvas;
    this.products = List.copyOf(products);
    this.darkness = darkness;
    long held = Math.max(LEAST_HELD, Math.min(MOST_HELD, 2 * canvas.pixels()));
    this.sprites = new PixelCache<>(held, Sprite::pixels);
    this.sources = new PixelCache<>(held, RotationSource::pixels);
    this.preblended = new PixelCache<>(held, PreblendedSprite::pixels);
    this.cutouts = new PixelCache<>(held, cutout -> cutout.size().pixels());
  }

  List<ProductCutouts> products() {
    return products;
  }

  double darkness() {
    return darkness;
  }

  /** Returns a sprite; the rotations of one size share one resized cut-out. */
  Sprite sprite(Placement placement) {
    return sprite(key(placement));
  }

  /**
   * Returns what a candidate puts on its background, in the order of putting. Shadows of several
   * products go first, so that none falls on another product.
   *
   * @throws IllegalArgumentException when the candidate is of another scene or canvas
   */
  List<PlacedSprite> placed(Candidate candidate) {
    check(candidate);
    List<Placement> placements = candidate.placements();
    if (placements.size() == 1) {
      Placement only = placements.get(0);
      return List.of(placed(only, darkness > 0 ? Part.BOTH : Part.PRODUCT));
    }
    List<PlacedSprite> all = new ArrayList<>();
    if (darkness > 0) {
      placements.forEach(placement -> all.add(placed(placement, Part.SHADOW)));
    }
    placements.forEach(placement -> all.add(placed(placement, Part.PRODUCT)));
    return all;
  }

  /** Sets the bits of a part of the canvas that holds a candidate's products where it keeps. */
  void keep(Candidate candidate, Box part, BitSet kept) {
    if (CandidateCheck.overlapping(candidate)) {
      int[] layer = layer(candidate, part);
      for (int i = 0; i < layer.length; i++) {
        if (layer[i] >>> 24 >= SpriteRuns.KEPT_ALPHA) {
          kept.set(i);
        }
      }
      return;
    }
    for (Placement placement : candidate.placements()) {
      Box box = placement.box();
      Sprite sprite = sprite(placement);
      sprite.keep(kept, part.size(), box.x() - part.x(), box.y() - part.y());
    }
  }

  /** Returns the products of a candidate on a part of the canvas that is clear elsewhere. */
  int[] layer(Candidate candidate, Box part) {
    int[] argb = new int[Math.toIntExact(part.size().pixels())];
    for (Placement placement : candidate.placements()) {
      Box box = placement.box();
      Sprite sprite = sprite(placement);
      sprite.putOver(argb, part.size(), box.x() - part.x(), box.y() - part.y());
    }
    return argb;
  }

  /** Refuses a candidate of another scene or canvas. */
  void check(Candidate candidate) {
    CandidateCheck.check(candidate, products, canvas);
  }

  void clear() {
    sprites.clear();
    sources.clear();
    preblended.clear();
    cutouts.clear();
  }

  private static SpriteKey key(Placement placement) {
    return new SpriteKey(
        placement.product(),
        placement.photo(),
        placement.width(),
        placement.height(),
        placement.rotation() % 360 + 0.0);
  }

  private PlacedSprite placed(Placement placement, Part part) {
    PreblendedKey key = new PreblendedKey(key(placement), part);
    PreblendedSprite sprite = preblended.get(key, () -> preblended(key));
    return new PlacedSprite(sprite, placement.box().x(), placement.box().y());
  }

  private PreblendedSprite preblended(PreblendedKey key) {
    Sprite sprite = sprite(key.sprite);
    Box visible = sprite.bounds().orElse(null);
    ContactShadow shadow =
        visible == null || key.part == Part.PRODUCT
            ? null
            : ContactShadow.of(sprite, visible, darkness);
    return PreblendedSprite.of(sprite, shadow, key.part != Part.SHADOW);
  }

  private Sprite sprite(SpriteKey key) {
    return sprites.get(key, () -> key.rotation == 0 ? upright(key) : rotated(key));
  }

  private Sprite rotated(SpriteKey key) {
    SpriteKey upright = key.upright();
    RotationSource source = sources.get(upright, () -> new RotationSource(sprite(upright)));
    return new Rotation(source, key.rotation).sprite();
  }

  private Sprite upright(SpriteKey key) {
    ImageSource photo = products.get(key.product).photos().get(key.photo).image();
    RasterImage cutout = cutouts.get(new PhotoKey(key.product, key.photo), photo::raster);
    return SpriteRenderer.render(cutout, key.width, key.height, 0);
  }
}
