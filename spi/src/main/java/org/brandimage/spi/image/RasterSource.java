package org.brandimage.spi.image;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/** A source whose pixels are at hand; the digest is computed once, when first asked for. */
final class RasterSource implements ImageSource {
  private final RasterImage raster;
  private volatile @Nullable String digest;

  RasterSource(RasterImage raster) {
    this.raster = Objects.requireNonNull(raster, "raster");
  }

  @Override
  public Size size() {
    return raster.size();
  }

  @Override
  public String digest() {
    String known = digest;
    if (known == null) {
      known = digestOf(raster);
      digest = known;
    }
    return known;
  }

  @Override
  public RasterImage raster() {
    return raster;
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.empty();
  }

  private static String digestOf(RasterImage raster) {
    Fingerprint fingerprint = Fingerprint.of("raster").add(raster.width()).add(raster.height());
    int[] row = new int[raster.width()];
    for (int y = 0; y < raster.height(); y++) {
      raster.copyRow(y, row);
      fingerprint.add(row);
    }
    return fingerprint.toHex();
  }

  @Override
  public String toString() {
    return "ImageSource[" + raster.size() + "]";
  }
}
