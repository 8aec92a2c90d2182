package org.brandimage.pipeline.candidate;

import java.util.Optional;
import org.brandimage.imaging.restore.ProductRestorer;
import org.brandimage.imaging.restore.RestoreMode;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;

/** A provider's picture with the product's own pixels put back each time it is opened. */
public record RestoredSource(Composite composite, ImageSource provided, RestoreMode mode)
    implements ImageSource {
  @Override
  public Size size() {
    return provided.size();
  }

  @Override
  public String digest() {
    return Fingerprint.of("restored")
        .add(provided.digest())
        .add(layer().digest())
        .add(mode.name())
        .toHex();
  }

  @Override
  public RasterImage raster() {
    return ProductRestorer.putBack(
        provided.raster(),
        layer().raster(),
        composite.planned().compositor().mask(composite.candidate()),
        mode);
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.empty();
  }

  private ImageSource layer() {
    return composite.planned().compositor().productLayer(composite.candidate());
  }
}
