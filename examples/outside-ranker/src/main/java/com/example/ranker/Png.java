package com.example.ranker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;

/** Pictures as PNG files. */
final class Png {
  private Png() {}

  /** Returns the file the picture came from when that is a PNG, else its pixels, encoded. */
  static byte[] of(ImageSource picture, StageContext context) throws InterruptedException {
    Optional<EncodedImage> original =
        picture.original().filter(file -> file.format() == EncodedImage.Format.PNG);
    if (original.isPresent()) {
      return original.get().bytes();
    }
    RasterImage raster = picture.raster();
    // Both reading and encoding take long for a large picture.
    context.checkActive();
    return encode(raster);
  }

  private static byte[] encode(RasterImage raster) {
    int width = raster.width();
    var image = new BufferedImage(width, raster.height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, raster.height(), raster.toArgb(), 0, width);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return file.toByteArray();
  }
}
