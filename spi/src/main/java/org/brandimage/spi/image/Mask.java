package org.brandimage.spi.image;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.result.Fingerprint;

/**
 * An immutable map of a picture that says for each pixel whether a generator must KEEP it or may
 * GENERATE it. It has no colours: vendors disagree on what white means, so each encoding is chosen
 * where the mask is written. One bit a pixel. Safe to share between threads.
 */
public final class Mask {
  /** What a generator does with a pixel. */
  public enum Action {
    /** The pixel belongs to the product and stays as it is. */
    KEEP,
    /** The pixel is free to be generated. */
    GENERATE
  }

  /** Decides the action of one pixel. */
  @FunctionalInterface
  public interface Rule {
    /**
     * Tells whether a pixel is kept.
     *
     * @param x the column, from 0
     * @param y the row, from 0
     * @return true for KEEP
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
   * Returns a mask that asks a rule about every pixel.
   *
   * @param size width and height
   * @param rule asked once a pixel, by rows
   * @return the mask
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
   * Returns the mask of a product layer.
   *
   * @param layer products on a transparent ground
   * @return KEEP wherever the layer is at least half opaque
   */
  public static Mask ofAlpha(RasterImage layer) {
    return of(layer.size(), (x, y) -> layer.argb(x, y) >>> 24 >= 128);
  }

  /**
   * Returns a mask from one bit a pixel, by rows; a set bit means KEEP.
   *
   * @param size width and height
   * @param kept the bits; copied
   * @return the mask
   * @throws IllegalArgumentException when a bit beyond the last pixel is set
   */
  public static Mask of(Size size, BitSet kept) {
    if (kept.length() > size.pixels()) {
      throw new IllegalArgumentException("kept has a bit beyond " + size + ": " + kept.length());
    }
    return new Mask(size, (BitSet) kept.clone());
  }

  /**
   * Returns the width and height.
   *
   * @return the size
   */
  public Size size() {
    return size;
  }

  /**
   * Returns the action of one pixel.
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @return KEEP or GENERATE
   * @throws IndexOutOfBoundsException when the position is outside
   */
  public Action at(int x, int y) {
    return keeps(x, y) ? Action.KEEP : Action.GENERATE;
  }

  /**
   * Tells whether one pixel is kept.
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @return true for KEEP
   * @throws IndexOutOfBoundsException when the position is outside
   */
  public boolean keeps(int x, int y) {
    Objects.checkIndex(x, size.width());
    Objects.checkIndex(y, size.height());
    return kept.get(y * size.width() + x);
  }

  /**
   * Returns how many pixels are kept.
   *
   * @return from 0 to the number of pixels
   */
  public int keptPixels() {
    return kept.cardinality();
  }

  /**
   * Returns the bits, by rows; a set bit means KEEP.
   *
   * @return a copy
   */
  public BitSet toBits() {
    return (BitSet) kept.clone();
  }

  /**
   * Returns the smallest box around the kept pixels. Costs one pass over the set bits.
   *
   * @return the box, or empty when nothing is kept
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

  /**
   * Returns the mask with KEEP and GENERATE exchanged.
   *
   * @return the inverted mask
   */
  public Mask inverted() {
    BitSet flipped = toBits();
    flipped.flip(0, Math.toIntExact(size.pixels()));
    return new Mask(size, flipped);
  }

  /**
   * Returns an identity of the content.
   *
   * @return lower-case hexadecimal
   */
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
