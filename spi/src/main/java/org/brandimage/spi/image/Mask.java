package org.brandimage.spi.image;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.result.Fingerprint;

/**
 * An immutable map of a picture with one action per pixel: a generator must KEEP the pixel or may
 * GENERATE it. A mask has no colours, because vendors disagree on the meaning of white; the
 * encoding is chosen where a mask is written. It uses one bit per pixel. Safe to share between
 * threads.
 */
public final class Mask {
  /** The action of a generator on a pixel. */
  public enum Action {
    /** The pixel belongs to the product and stays as it is. */
    KEEP,
    /** The pixel is free to be generated. */
    GENERATE
  }

  /** A rule that decides the action of each pixel. */
  @FunctionalInterface
  public interface Rule {
    /**
     * {@return whether a pixel is kept: true for KEEP, false for GENERATE}
     *
     * @param x the column, from 0
     * @param y the row, from 0
     */
    boolean keeps(int x, int y);
  }

  private final Size size;
  private final BitSet kept;

  private Mask(Size size, BitSet kept) {
    this.size = Objects.requireNonNull(size, "size");
    this.kept = kept;
  }

  /**
   * {@return the mask that a rule gives}
   *
   * @param size width and height; at most 2,147,483,647 pixels
   * @param rule called once per pixel, row by row
   * @throws ArithmeticException when the size has more pixels
   */
  public static Mask of(Size size, Rule rule) {
    BitSet kept = new BitSet(Math.toIntExact(size.pixels()));
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        if (rule.keeps(x, y)) {
          kept.set(y * size.width() + x);
        }
      }
    }
    return new Mask(size, kept);
  }

  /**
   * {@return the mask of a product layer: KEEP wherever the layer's alpha is at least 128}
   *
   * @param layer products on a transparent background
   */
  public static Mask ofAlpha(RasterImage layer) {
    return of(layer.size(), (x, y) -> layer.argb(x, y) >>> 24 >= 128);
  }

  /**
   * {@return a mask from one bit per pixel; a set bit means KEEP}
   *
   * @param size width and height
   * @param kept the bits, row by row from the top; copied
   * @throws IllegalArgumentException when a bit beyond the last pixel is set
   */
  public static Mask of(Size size, BitSet kept) {
    if (kept.length() > size.pixels()) {
      throw new IllegalArgumentException("kept has a bit beyond " + size + ": " + kept.length());
    }
    return new Mask(size, (BitSet) kept.clone());
  }

  /** {@return the width and height} */
  public Size size() {
    return size;
  }

  /**
   * {@return the action of one pixel, KEEP or GENERATE}
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @throws IndexOutOfBoundsException when the position is outside
   */
  public Action at(int x, int y) {
    return keeps(x, y) ? Action.KEEP : Action.GENERATE;
  }

  /**
   * {@return whether one pixel is kept: true for KEEP}
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @throws IndexOutOfBoundsException when the position is outside
   */
  public boolean keeps(int x, int y) {
    Objects.checkIndex(x, size.width());
    Objects.checkIndex(y, size.height());
    return kept.get(y * size.width() + x);
  }

  /** {@return the number of pixels that are kept, from 0 to all} */
  public int keptPixels() {
    return kept.cardinality();
  }

  /** {@return a copy of the bits, row by row from the top; a set bit means KEEP} */
  public BitSet toBits() {
    return (BitSet) kept.clone();
  }

  /**
   * {@return the smallest box around the kept pixels, or empty when nothing is kept} Costs one pass
   * over the set bits.
   */
  public Optional<Box> keptBounds() {
    int left = size.width();
    int right = -1;
    int top = -1;
    int bottom = -1;
    int bit = kept.nextSetBit(0);
    while (bit >= 0) {
      int y = bit / size.width();
      int rowEnd = (y + 1) * size.width();
      top = top < 0 ? y : top;
      bottom = y;
      left = Math.min(left, bit - y * size.width());
      right = Math.max(right, kept.previousSetBit(rowEnd - 1) - y * size.width());
      bit = kept.nextSetBit(rowEnd);
    }
    return right < 0
        ? Optional.empty()
        : Optional.of(new Box(left, top, right - left + 1, bottom - top + 1));
  }

  /** {@return a copy of this mask with KEEP and GENERATE exchanged} */
  public Mask inverted() {
    BitSet flipped = toBits();
    flipped.flip(0, Math.toIntExact(size.pixels()));
    return new Mask(size, flipped);
  }

  /** {@return the identity of the content, in lower-case hexadecimal} */
  public String digest() {
    return Fingerprint.of("mask")
        .add(size.width())
        .add(size.height())
        .add(kept.toByteArray())
        .toHex();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask that && size.equals(that.size) && kept.equals(that.kept);
  }

  @Override
  public int hashCode() {
    return 31 * size.hashCode() + kept.hashCode();
  }

  @Override
  public String toString() {
    return "Mask[" + size + ", " + keptPixels() + " kept]";
  }
}
