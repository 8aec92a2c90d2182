package org.brandimage.imaging.compose;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.jspecify.annotations.Nullable;

/** Builds one {@link PreblendedSprite}; rows without shadow take over the runs of the sprite. */
final class PreblendedSpriteBuilder {
  /** Edges take in opaque pixels up to a multiple of this, since even loops are fast loops. */
  static final int EDGE = 4;

  private final Sprite sprite;
  private final @Nullable ContactShadow shadow;
  private final boolean withProduct;
  private final Box region;
  private final int[] first;
  private int[] runs;
  private int[] redBlue;
  private int[] greenRest;
  private int length;
  private int blended;

  PreblendedSpriteBuilder(Sprite sprite, @Nullable ContactShadow shadow, boolean withProduct) {
    this.sprite = sprite;
    this.shadow = shadow;
    this.withProduct = withProduct;
    this.region = changed();
    this.first = new int[region.height() + 1];
    this.runs =
        new int[3 * (sprite.runs().count() + (shadow == null ? 0 : 2 * shadow.box().height()))];
    this.redBlue = new int[blends()];
    this.greenRest = new int[redBlue.length];
  }

  /** Returns about how many pixels there are to blend: memory that is new costs time. */
  private int blends() {
    long blends = shadow == null ? 0 : shadow.box().size().pixels() * 3 / 4;
    SpriteRuns known = sprite.runs();
    for (int run = 0; withProduct && run < known.count(); run++) {
      if (!known.opaque(run)) {
        blends += (known.end(run) - known.start(run) + EDGE - 1) & -EDGE;
      }
    }
    return Math.toIntExact(blends);
  }

  private Box changed() {
    Box product = sprite.area();
    if (shadow == null) {
      return product;
    }
    Box spot = shadow.box();
    if (!withProduct) {
      return spot;
    }
    int left = Math.min(product.x(), spot.x());
    int top = Math.min(product.y(), spot.y());
    int right = Math.max(product.right(), spot.right());
    int bottom = Math.max(product.bottom(), spot.bottom());
    return new Box(left, top, right - left, bottom - top);
  }

  void build() {
    Shaded shaded = shadow == null ? null : new Shaded(shadow);
    for (int row = 0; row < region.height(); row++) {
      addRow(row, shaded);
    }
    first[region.height()] = length;
    runs = cut(runs, length);
    redBlue = cut(redBlue, blended);
    greenRest = cut(greenRest, blended);
  }

  /** Copying costs more than a few numbers at the end. */
  private static int[] cut(int[] values, int used) {
    return used < values.length / 4 * 3 ? Arrays.copyOf(values, used) : values;
  }

  private void addRow(int row, @Nullable Shaded shaded) {
    first[row] = length;
    int y = region.y() + row;
    if (shaded != null && y >= shaded.box.y() && y < shaded.box.bottom()) {
      shaded.addRow(y);
    } else {
      addProduct(y);
    }
  }

  private void addProduct(int y) {
    Box area = sprite.area();
    int row = y - area.y();
    if (!withProduct || row < 0 || row >= area.height()) {
      return;
    }
    SpriteRuns known = sprite.runs();
    int end = known.first(row + 1);
    int done = 0;
    for (int run = known.first(row); run < end; run++) {
      int from = Math.max(done, known.start(run));
      int to = known.end(run);
      if (!known.opaque(run)) {
        int missing = -(to - from) & (EDGE - 1);
        if (run + 1 < end && borders(known, run, run + 1, missing)) {
          to += missing;
        } else if (run > known.first(row) && borders(known, run - 1, run, missing)) {
          runs[length - 2] += missing;
          from -= missing;
        }
      }
      addProduct(known, row, run, from, to);
      done = to;
    }
  }

  /** Tells whether one of two neighbours is opaque and longer than some pixels. */
  private static boolean borders(SpriteRuns runs, int left, int right, int pixels) {
    int other = runs.opaque(left) ? left : right;
    return runs.opaque(other)
        && runs.end(left) == runs.start(right)
        && runs.end(other) - runs.start(other) > pixels + EDGE;
  }

  private void addProduct(SpriteRuns known, int row, int run, int from, int to) {
    int shift = sprite.area().x() - region.x();
    int[] argb = sprite.argb();
    int offset = known.offset(row);
    if (known.opaque(run)) {
      addRun(from + shift, -(to + shift), offset + from);
    } else {
      addRun(from + shift, to + shift, blended);
      for (int x = from; x < to; x++) {
        addBlend(argb[offset + x], 255 - (argb[offset + x] >>> 24));
      }
    }
  }

  private void addRun(int start, int end, int offset) {
    if (length + 3 > runs.length) {
      runs = Arrays.copyOf(runs, runs.length * 2);
    }
    runs[length++] = start;
    runs[length++] = end;
    runs[length++] = offset;
  }

  /** Adds a pixel to blend: its colour times its alpha, and what is kept of the canvas. */
  private void addBlend(int pixel, int rest) {
    if (blended == redBlue.length) {
      redBlue = Arrays.copyOf(redBlue, blended * 2 + 1);
      greenRest = Arrays.copyOf(greenRest, redBlue.length);
    }
    int alpha = pixel >>> 24;
    redBlue[blended] = (pixel & 0x00FF00FF) * alpha;
    greenRest[blended] = ((pixel >>> 8 & 255) * alpha) << 16 | rest;
    blended++;
  }

  Box region() {
    return region;
  }

  int[] first() {
    return first;
  }

  int[] runs() {
    return runs;
  }

  int[] redBlue() {
    return redBlue;
  }

  int[] greenRest() {
    return greenRest;
  }

  /** The rows where product and shadow may meet. */
  private final class Shaded {
    private final ContactShadow spot;
    private final Box box;
    private final int[] shade;

    Shaded(ContactShadow spot) {
      this.spot = spot;
      this.box = spot.box();
      this.shade = new int[region.width()];
    }

    /** Copies where the product is opaque and blends between, where something is to be seen. */
    void addRow(int y) {
      SpriteRuns known = sprite.runs();
      Box area = sprite.area();
      int row = y - area.y();
      int x = region.x();
      if (withProduct && row >= 0 && row < area.height()) {
        for (int run = known.first(row); run < known.first(row + 1); run++) {
          int start = area.x() + known.start(run);
          int end = area.x() + known.end(run);
          addBetween(x, start, y, -1);
          int offset = known.offset(row) + known.start(run);
          if (known.opaque(run)) {
            addRun(start - region.x(), -(end - region.x()), offset);
          } else {
            addBetween(start, end, y, offset);
          }
          x = end;
        }
      }
      addBetween(x, region.right(), y, -1);
    }

    /** Blends the shadow and pixels that are not opaque, from an offset on; clear ones below 0. */
    private void addBetween(int start, int end, int y, int offset) {
      int from = offset < 0 ? Math.max(start, box.x()) : start;
      int to = offset < 0 ? Math.min(end, box.right()) : end;
      spot.read(y, from, shade, to - from);
      int run = -1;
      for (int x = from; x < to; x++) {
        int pixel = offset < 0 ? 0 : sprite.argb()[offset + x - start];
        int both = (255 - (pixel >>> 24)) * (255 - shade[x - from]) + 128;
        int rest = (both + (both >> 8)) >> 8;
        if (rest == 255 && run >= 0) {
          addRun(run - region.x(), x - region.x(), blended - (x - run));
          run = -1;
        } else if (rest < 255) {
          run = run < 0 ? x : run;
          addBlend(pixel, rest);
        }
      }
      if (run >= 0) {
        addRun(run - region.x(), to - region.x(), blended - (to - run));
      }
    }
  }
}
