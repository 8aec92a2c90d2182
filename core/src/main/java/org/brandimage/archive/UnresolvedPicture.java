package org.brandimage.archive;

import java.util.Optional;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;

/** A picture of which only the name is there. */
record UnresolvedPicture(PictureReference reference) implements ImageSource {
  @Override
  public Size size() {
    return reference.canvas().size();
  }

  @Override
  public String digest() {
    return Fingerprint.of("unresolved")
        .add(reference.runId())
        .add(reference.name())
        .add(reference.kind().name())
        .toHex();
  }

  @Override
  public RasterImage raster() {
    throw new UnreadableImageException(
        reference.name(), "only its name was read - give RunJson.read a PictureResolver", null);
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.empty();
  }
}
