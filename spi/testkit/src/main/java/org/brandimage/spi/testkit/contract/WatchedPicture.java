package org.brandimage.spi.testkit.contract;

import java.util.Optional;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A picture that does something whenever it is read.
 *
 * @param source the picture
 * @param onRead what is done before its pixels or its file are given
 */
record WatchedPicture(ImageSource source, Runnable onRead) implements ImageSource {
  @Override
  public Size size() {
    return source.size();
  }

  @Override
  public String digest() {
    return source.digest();
  }

  @Override
  public RasterImage raster() {
    onRead.run();
    return source.raster();
  }

  @Override
  public Optional<EncodedImage> original() {
    onRead.run();
    return source.original();
  }

  @Override
  public long heapBytes() {
    return source.heapBytes();
  }
}
