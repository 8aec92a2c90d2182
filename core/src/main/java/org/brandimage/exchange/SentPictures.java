package org.brandimage.exchange;

import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * Pictures encoded to be sent to a model. They are decoded and written anew as PNG, so that no
 * metadata and no malformed file is sent, composited over white, and reduced to the size that the
 * model accepts.
 */
public final class SentPictures {
  private SentPictures() {}

  /**
   * Returns a PNG within limits of side and bytes.
   *
   * @param picture the picture
   * @param longestSide the largest number of pixels of a side
   * @param mostBytes the largest number of bytes
   * @return the picture over white, reduced as far as needed
   */
  public static EncodedImage fitting(ImageSource picture, int longestSide, int mostBytes) {
    RasterImage flat = flattened(picture.raster());
    int side = longestSide;
    while (true) {
      EncodedImage png =
          PngWriter.create().encode(Resampler.resize(flat, within(flat.size(), side)));
      if (png.length() <= mostBytes || side == 1) {
        return png;
      }
      side = Math.max(1, Math.min(side, longest(flat.size())) * 3 / 4);
    }
  }

  /**
   * {@return a PNG of the picture over white, at its own size}
   *
   * @param picture the picture
   */
  public static EncodedImage exact(RasterImage picture) {
    return PngWriter.create().encode(flattened(picture));
  }

  /** Returns the size that fits into a square, in the same shape; never a larger one. */
  static Size within(Size size, int longestSide) {
    int longest = longest(size);
    if (longest <= longestSide) {
      return size;
    }
    double scale = longestSide / (double) longest;
    return new Size(
        Math.max(1, (int) Math.round(size.width() * scale)),
        Math.max(1, (int) Math.round(size.height() * scale)));
  }

  /** Returns the picture over white, because generators reject or misread translucent pixels. */
  static RasterImage flattened(RasterImage picture) {
    return picture.over(0xFFFFFF);
  }

  private static int longest(Size size) {
    return Math.max(size.width(), size.height());
  }
}
