package org.brandimage.spi.outpaint;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.image.ImageSource;
import org.jspecify.annotations.Nullable;

/** A picture that an outpainter made. Immutable. */
public final class OutpaintedImage {
  private final int index;
  private final ImageSource image;
  private final long seed;
  private final @Nullable ImageSource cleanPlate;

  /**
   * Creates a picture whose clean plate is not known, which is usual for generators.
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
   * Returns a copy of this picture with its clean plate: the same picture without products and
   * their shadows. By comparison with it, measured checks separate the products' part of a picture
   * from the background's.
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

  /** {@return the picture's place among the pictures asked for, from 0} */
  public int index() {
    return index;
  }

  /**
   * {@return the picture at the size of the canvas} Its {@link ImageSource#original() original
   * bytes} are the provider's.
   */
  public ImageSource image() {
    return image;
  }

  /** {@return the seed the picture was made with} */
  public long seed() {
    return seed;
  }

  /**
   * {@return the clean plate, which is the picture without products and their shadows, or empty
   * when the outpainter does not supply it}
   */
  public Optional<ImageSource> cleanPlate() {
    return Optional.ofNullable(cleanPlate);
  }

  @Override
  public String toString() {
    return "OutpaintedImage[" + index + ", " + image.size() + ", seed " + seed + "]";
  }
}
