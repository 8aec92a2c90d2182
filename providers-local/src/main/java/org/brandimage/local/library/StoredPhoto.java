package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A photo whose size and digest stand in the catalogue, so that the file is opened when it is used
 * and not before. A file that is no longer the ingested one is refused.
 */
final class StoredPhoto implements ImageSource {
  private final ImageDecoder decoder;
  private final Path root;
  private final PhotoEntry entry;

  StoredPhoto(ImageDecoder decoder, Path root, PhotoEntry entry) {
    this.decoder = decoder;
    this.root = root;
    this.entry = entry;
  }

  @Override
  public Size size() {
    return entry.size();
  }

  @Override
  public String digest() {
    return entry.digest();
  }

  @Override
  public RasterImage raster() {
    return opened().raster();
  }

  @Override
  public Optional<EncodedImage> original() {
    return opened().original();
  }

  private ImageSource opened() {
    ImageSource source = decoder.open(file(), entry.path());
    if (!source.digest().equals(entry.digest())) {
      throw new UnreadableImageException(
          entry.path(), "has changed since it was ingested; ingest it again", null);
    }
    return source;
  }

  private Path file() {
    try {
      Path file = root.resolve(entry.path()).toRealPath();
      if (file.startsWith(root.toRealPath())) {
        return file;
      }
      throw new UnreadableImageException(entry.path(), "leads out of " + root, null);
    } catch (IOException | InvalidPathException e) {
      throw new UnreadableImageException(
          entry.path(), "is no longer in " + root + "; ingest again", e);
    }
  }
}
