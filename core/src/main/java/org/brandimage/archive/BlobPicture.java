package org.brandimage.archive;

import java.util.Locale;
import java.util.Optional;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.EncodedImage.Format;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.BlobStore;
import org.jspecify.annotations.Nullable;

/** A picture of a stored result; its bytes are read from the blob store each time it is opened. */
final class BlobPicture implements ImageSource {
  /** Digests and names; the pixels stay in the blob store. */
  private static final long HEAP_BYTES = 1024;

  private final StoredPicture form;
  private final BlobStore blobs;
  private final ImageDecoder decoder;

  BlobPicture(StoredPicture form, BlobStore blobs, ImageDecoder decoder) {
    this.form = form;
    this.blobs = blobs;
    this.decoder = decoder;
  }

  @Override
  public Size size() {
    return new Size(form.width(), form.height());
  }

  @Override
  public String digest() {
    return form.digest();
  }

  @Override
  public RasterImage raster() {
    return decoder.decode(bytes(form.pixels(), form.format()), "stored picture");
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.ofNullable(form.original()).map(sha256 -> bytes(sha256, form.originalFormat()));
  }

  @Override
  public long heapBytes() {
    return HEAP_BYTES;
  }

  private EncodedImage bytes(String sha256, @Nullable String format) {
    byte[] bytes =
        blobs
            .get(sha256)
            .orElseThrow(
                () ->
                    new ResultStoreException(
                        "result store: the picture "
                            + sha256
                            + " is missing - restore the store's folder, or forget the result",
                        null));
    return EncodedImage.of(Format.valueOf(String.valueOf(format).toUpperCase(Locale.ROOT)), bytes);
  }

  @Override
  public String toString() {
    return "ImageSource[" + size() + ", stored]";
  }
}
