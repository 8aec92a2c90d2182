package org.brandimage.spi.outpaint;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.image.ImageSource;
import org.jspecify.annotations.Nullable;

/** One picture an outpainter made. Immutable. */
public final class OutpaintedImage {
  private final int index;
  private final ImageSource image;
  private final long seed;
  private final @Nullable ImageSource cleanPlate;

  /**
   * Creates a picture whose clean plate is not known, as is usual of generators.
   *
   * @param index its place among the pictures asked for, from 0
   * @param image the picture at the size of the canvas; its original bytes are the provider's
   * @param seed the seed it was made with
   * @throws IllegalArgumentException when the index is negative
   */
  public OutpaintedImage(int index, ImageSource image, long seed) {
    this(index, image, seed, null);
  }

  private OutpaintedImage(
      int index, ImageSource image, long seed, @Nullable ImageSource cleanPlate) {
    this.index = index;
    this.image = Objects.requireNonNull(image, "image");
    this.seed = seed;
    this.cleanPlate = cleanPlate;
    if (index < 0) {
      throw new IllegalArgumentException("index must be at least 0: " + index);
    }
  }

  /**
   * Returns this picture with its clean plate: the same picture without products and their shadows.
   * Measured checks then tell what the product brought from what was there.
   *
   * @param cleanPlate of the picture's size
   * @return a new value
   * @throws IllegalArgumentException when the plate has another size than the picture
   */
  public OutpaintedImage withCleanPlate(ImageSource cleanPlate) {
    if (!cleanPlate.size().equals(image.size())) {
      throw new IllegalArgumentException(
          "cleanPlate must have the picture's size " + image.size() + ": " + cleanPlate.size());
    }
    return new OutpaintedImage(index, image, seed, cleanPlate);
  }

  /**
   * Returns its place among the pictures asked for.
   *
   * @return from 0
   */
  public int index() {
    return index;
  }

  /**
   * Returns the picture.
   *
   * @return at the size of the canvas; its original bytes are the provider's
   */
  public ImageSource image() {
    return image;
  }

  /**
   * Returns the seed it was made with.
   *
   * @return the seed
   */
  public long seed() {
    return seed;
  }

  /**
   * Returns the picture without products and their shadows.
   *
   * @return the clean plate, empty when the outpainter does not know it
   */
  public Optional<ImageSource> cleanPlate() {
    return Optional.ofNullable(cleanPlate);
  }

  @Override
  public String toString() {
    return "OutpaintedImage[" + index + ", " + image.size() + ", seed " + seed + "]";
  }
}
