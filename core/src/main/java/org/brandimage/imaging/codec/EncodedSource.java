package org.brandimage.imaging.codec;

import java.util.Optional;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A picture whose file is in memory.
 *
 * @param decoder decodes it
 * @param image the file's bytes
 * @param name for messages
 * @param size width and height, upright
 * @param digest SHA-256 of the bytes
 */
record EncodedSource(
    ImageDecoder decoder, EncodedImage image, String name, Size size, String digest)
    implements ImageSource {
  @Override
  public RasterImage raster() {
    return decoder.decode(image, name);
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.of(image);
  }

  @Override
  public long heapBytes() {
    return image.length();
  }
}
