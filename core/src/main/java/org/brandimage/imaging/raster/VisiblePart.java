package org.brandimage.imaging.raster;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A picture of which only the visible part is held: the pixels of an area, or of a span of each of
 * its rows. Everything else is clear. The arrays are not copied; none may be written to after it
 * was passed here.
 */
public final class VisiblePart {
  private final Size size;
  private final Box area;
  private final int[] argb;
  private final RowSpans spans;

  /**
   * Creates a picture.
   *
   * @param size of the whole picture
   * @param area the part of it that the spans are of
   * @param argb the pixels of the spans, with straight alpha
   * @param spans the columns of each row of the area that the array holds
   */
  public VisiblePart(Size size, Box area, int[] argb, RowSpans spans) {
    this.size = size;
    this.area = area;
    this.argb = argb;
    this.spans = spans;
  }

  /**
   * {@return a picture that holds all pixels of an area}
   *
   * @param size of the whole picture
   * @param area the part that is held
   * @param argb the pixels of the area by rows, with straight alpha
   */
  public static VisiblePart whole(Size size, Box area, int[] argb) {
    return new VisiblePart(size, area, argb, RowSpans.whole(area.size()));
  }

  /**
   * Returns a picture that holds all its pixels. It costs a copy.
   *
   * @param image the picture
   * @return the same picture
   */
  public static VisiblePart of(RasterImage image) {
    return whole(image.size(), image.size().bounds(), image.toArgb());
  }

  /**
   * {@return a picture that is clear everywhere}
   *
   * @param size of the picture
   */
  public static VisiblePart none(Size size) {
    return whole(size, new Box(0, 0, 1, 1), new int[1]);
  }

  /**
   * Returns the width and height.
   *
   * @return the size of the whole picture
   */
  public Size size() {
    return size;
  }

  /**
   * Returns the part of the picture that is held.
   *
   * @return a box within the size
   */
  public Box area() {
    return area;
  }

  /**
   * Returns the pixels of the spans.
   *
   * @return the array itself, not to be written to
   */
  public int[] argb() {
    return argb;
  }

  /**
   * Returns which columns of each row of the area are held, and where.
   *
   * @return the spans themselves, not to be written to
   */
  public RowSpans spans() {
    return spans;
  }
}
