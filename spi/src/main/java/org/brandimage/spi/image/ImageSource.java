package org.brandimage.spi.image;

import java.util.Optional;

/**
 * A picture that is opened when it is needed: a file, a composite, or pixels in memory.
 * Implementations are safe to share between threads and give the same pixels every time.
 *
 * <p>{@link #raster()} may decode or render on each call and holds nothing back afterwards, so keep
 * its result only as long as you work on it and open one picture at a time: a thousand sources must
 * never mean a thousand decoded pictures.
 */
public interface ImageSource {
  /**
   * Returns the picture's width and height without opening it.
   *
   * @return the size
   */
  Size size();

  /**
   * Returns an identity of the content: equal digests mean equal pixels. It need not be a digest of
   * the pixels themselves, so it is cheap even when the picture is expensive.
   *
   * @return lower-case hexadecimal
   */
  String digest();

  /**
   * Opens the picture.
   *
   * @return its pixels, {@link #size()} of them
   * @throws org.brandimage.spi.error.UnreadableImageException when it cannot be opened
   */
  RasterImage raster();

  /**
   * Returns the file this picture came from, byte by byte, if it came from one.
   *
   * @return the original bytes, or empty for a picture that was computed
   */
  Optional<EncodedImage> original();

  /**
   * Returns about how much heap this source keeps alive: the file's bytes or the pixels it holds.
   *
   * @return bytes; unless overridden those of the decoded picture, four a pixel
   */
  default long heapBytes() {
    return 4L * size().pixels();
  }

  /**
   * Returns a source of pixels at hand.
   *
   * @param raster the pixels
   * @return a source that holds them
   */
  static ImageSource of(RasterImage raster) {
    return new RasterSource(raster);
  }
}
