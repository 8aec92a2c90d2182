package org.brandimage.imaging.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A picture in a file, of which nothing is held.
 *
 * @param decoder reads and decodes it
 * @param file where it is
 * @param name for messages
 * @param size width and height, upright
 * @param digest SHA-256 of the file when it was opened
 */
record FileSource(ImageDecoder decoder, Path file, String name, Size size, String digest)
    implements ImageSource {
  @Override
  public RasterImage raster() {
    return decoder.decode(readUnchanged(), name);
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.of(readUnchanged());
  }

  @Override
  public long heapBytes() {
    return 0;
  }

  /** The digest is this source's identity, so other bytes under the same path are an error. */
  private EncodedImage readUnchanged() {
    EncodedImage image = decoder.read(file, name);
    try (DigestStream stream = new DigestStream(image.openStream())) {
      if (!stream.drainToHex().equals(digest)) {
        throw new UnreadableImageException(
            name, "has changed since it was opened; open it again", null);
      }
    } catch (IOException e) {
      throw new UnreadableImageException(name, "cannot be read", e);
    }
    return image;
  }
}
