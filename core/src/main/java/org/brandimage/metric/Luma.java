package org.brandimage.metric;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;

/**
 * The weights that turn gamma-encoded sRGB into one luma channel from 0 to 255, not rounded. Grey
 * pixels keep their value.
 */
public enum Luma {
  /**
   * ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, which the reference implementations of structural
   * similarity use.
   */
  REC_601(0.299f, 0.587f, 0.114f),
  /** ITU-R BT.709: 0.2126 R + 0.7152 G + 0.0722 B, the primaries of sRGB. */
  REC_709(0.2126f, 0.7152f, 0.0722f);

  private final float red;
  private final float green;
  private final float blue;

  Luma(float red, float green, float blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  /**
   * Returns the luma of one colour.
   *
   * @param argb as {@code 0xAARRGGBB}; alpha is ignored
   * @return 0 to 255
   */
  public float of(int argb) {
    return red * (argb >> 16 & 255) + green * (argb >> 8 & 255) + blue * (argb & 255);
  }

  /**
   * Returns the luma of a picture.
   *
   * @param picture the picture; transparent parts count as over white
   * @return a plane of the same size
   */
  public Plane plane(RasterImage picture) {
    return plane(picture, picture.size().bounds());
  }

  /**
   * Returns the luma of a region of a picture.
   *
   * @param picture the picture; transparent parts count as over white
   * @param region wholly inside the picture
   * @return a plane of the region's size
   * @throws IndexOutOfBoundsException when the region extends beyond the picture
   */
  public Plane plane(RasterImage picture, Box region) {
    return colours(picture.over(Ground.WHITE), region);
  }

  /** The luma of colours as they are stored, even where nothing of them is seen. */
  Plane colours(RasterImage picture, Box region) {
    int width = region.width();
    int[] row = new int[width];
    float[] values = new float[Math.toIntExact(region.size().pixels())];
    for (int y = 0; y < region.height(); y++) {
      picture.copyRegion(new Box(region.x(), region.y() + y, width, 1), row, 0, width);
      for (int x = 0; x < width; x++) {
        values[y * width + x] = of(row[x]);
      }
    }
    return Plane.adopt(region.size(), values);
  }
}
