package org.brandimage.imaging.raster;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** A picture that is rendered whenever it is opened. Holds no pixels. Thread-safe. */
public final class RenderedSource implements ImageSource {
  private final Size size;
  private final String digest;
  private final Supplier<RasterImage> renderer;

  /**
   * Creates a picture.
   *
   * @param size of every rendering
   * @param digest the identity of the pixels: equal digests mean equal pixels
   * @param renderer returns the same pixels each time, from any thread
   */
  public RenderedSource(Size size, String digest, Supplier<RasterImage> renderer) {
    this.size = size;
    this.digest = Objects.requireNonNull(digest, "digest");
    this.renderer = renderer;
  }

  @Override
  public Size size() {
    return size;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public RasterImage raster() {
    return renderer.get();
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.empty();
  }
}
