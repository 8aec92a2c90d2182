package org.brandimage.spi.testkit.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.PaidResult;

/** Pictures of every kind that a result store is given. */
final class StoredPictures {
  private static final Size SIZE = new Size(37, 23);

  private StoredPictures() {}

  /** Returns three pictures and a rejection: computed, resized, and with a clean plate. */
  static Outpainting outpainting() {
    return new Outpainting(
        List.of(
            new OutpaintedImage(0, ImageSource.of(pixels(1)), 11),
            new OutpaintedImage(2, new Resized(pixels(2), "ab12"), Long.MAX_VALUE),
            new OutpaintedImage(3, new Resized(pixels(3), "cd34"), 0)
                .withCleanPlate(ImageSource.of(pixels(4)))),
        List.of(new OutpaintRejection(1, "VIOLENCE", "The \"service\" has refused it.\n")));
  }

  static PaidResult paid(Outpainting outpainting) {
    return PaidResult.of(outpainting, new Cost(4, 160_000), List.of(), Instant.EPOCH);
  }

  /** Returns pixels of every alpha, colours under alpha 0 among them. */
  private static RasterImage pixels(int salt) {
    int[] argb = new int[SIZE.width() * SIZE.height()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (i * 0x9E3779B1 + salt * 0x85EBCA6B) ^ (i << 24);
    }
    return RasterImage.of(SIZE, argb);
  }

  /** A picture whose pixels are not those of its original bytes, and whose digest is of neither. */
  private record Resized(RasterImage raster, String digest) implements ImageSource {
    @Override
    public Size size() {
      return raster.size();
    }

    @Override
    public Optional<EncodedImage> original() {
      byte[] bytes = {(byte) 0xFF, (byte) 0xD8, 1, 2, 3, (byte) digest.hashCode()};
      return Optional.of(EncodedImage.of(EncodedImage.Format.JPEG, bytes));
    }
  }
}
