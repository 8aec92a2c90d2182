package org.brandimage.pipeline.candidate;

import java.util.Optional;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;

/**
 * A source that is opened at most once. It is kept only while its candidate is processed, so that
 * ten checks cost one rendering and a thousand candidates do not keep their pixels.
 */
public final class OnceSource implements ImageSource {
  private final ImageSource source;
  private @Nullable RasterImage raster;

  /**
   * Creates a source that opens another at most once.
   *
   * @param source the other source
   */
  public OnceSource(ImageSource source) {
    this.source = source;
  }

  @Override
  public Size size() {
    return source.size();
  }

  @Override
  public String digest() {
    return source.digest();
  }

  @Override
  public synchronized RasterImage raster() {
    RasterImage opened = raster;
    if (opened == null) {
      opened = source.raster();
      raster = opened;
    }
    return opened;
  }

  @Override
  public Optional<EncodedImage> original() {
    return source.original();
  }
}
