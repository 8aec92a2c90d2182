package org.brandimage.imaging.raster;

import java.util.Optional;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;

/**
 * A part of a picture, cropped again each time it is opened.
 *
 * @param whole the picture
 * @param box the part, wholly inside
 */
public record CroppedSource(ImageSource whole, Box box) implements ImageSource {
  @Override
  public Size size() {
    return box.size();
  }

  @Override
  public String digest() {
    return Fingerprint.of("crop")
        .add(whole.digest())
        .add(box.x())
        .add(box.y())
        .add(box.width())
        .add(box.height())
        .toHex();
  }

  @Override
  public RasterImage raster() {
    return cut(whole.raster(), box);
  }

  /**
   * Returns a copy of a part of a picture.
   *
   * @param image the picture
   * @param box the part, wholly inside
   * @return the pixels of the part
   */
  public static RasterImage cut(RasterImage image, Box box) {
    int[] pixels = new int[Math.toIntExact(box.size().pixels())];
    image.copyRegion(box, pixels, 0, box.width());
    return RasterImage.adopt(box.size(), pixels);
  }

  @Override
  public Optional<EncodedImage> original() {
    return Optional.empty();
  }

  @Override
  public long heapBytes() {
    return whole.heapBytes();
  }
}
