package org.brandimage.spi.image;

import java.util.Optional;

/**
 * A picture that is opened when it is needed: a file, a composite, or pixels in memory.
 * Implementations are safe to share between threads and give the same pixels every time.
 *
 * <p>{@link #raster()} may decode or render on each call, and a source need not keep the pixels.
 * Keep its result only as long as you need it, and open one picture at a time, so that a thousand
 * sources do not put a thousand decoded pictures in memory.
 */
public interface ImageSource {
  /** {@return the picture's width and height without opening it} */
  Size size();

  /**
   * {@return the identity of the content, in lower-case hexadecimal} Equal digests mean equal
   * pixels. It need not be a digest of the pixels themselves, so it is fast even when rendering the
   * picture is slow.
   */
  String digest();

  /**
   * Opens the picture.
   *
   * @return its pixels, in the size {@link #size()}
   * @throws org.brandimage.spi.error.UnreadableImageException when it cannot be opened
   */
  RasterImage raster();

  /**
   * {@return the unchanged bytes of the file that this picture was read from, or empty for a
   * picture that was computed}
   */
  Optional<EncodedImage> original();

  /**
   * {@return the approximate number of bytes of heap that this source holds, as a file's bytes or
   * as pixels} The default is four bytes per pixel, the size of the decoded picture.
   */
  default long heapBytes() {
    return 4L * size().pixels();
  }

  /**
   * {@return a source that holds the given pixels}
   *
   * @param raster the pixels
   */
  static ImageSource of(RasterImage raster) {
    return new RasterSource(raster);
  }
}
