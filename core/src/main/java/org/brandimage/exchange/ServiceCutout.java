package org.brandimage.exchange;

import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A cut-out made by a remote background removal. The photo is reduced to the size that the service
 * accepts; the alpha channel of the reply is enlarged to the photo's size and applied to the
 * photo's own pixels. So the product keeps its colours and sharpness, whatever the service does to
 * them.
 */
public final class ServiceCutout {
  private static final int FAINT = 8;
  private static final int SOLID = 248;
  private static final double LEAST_SHARE = 0.002;
  private static final double MOST_SHARE = 0.98;

  private ServiceCutout() {}

  /**
   * Opens a photo and checks that a paid call makes sense.
   *
   * @param request the photo
   * @return its pixels
   * @throws UnsupportedInputException when it already has transparent pixels, or has one colour
   *     only
   */
  public static RasterImage photo(CutoutRequest request) {
    RasterImage photo = request.photo().raster();
    if (!photo.opaque()) {
      throw new UnsupportedInputException(
          "photo "
              + request.name()
              + " has transparent pixels already - its alpha channel cuts it out without a call");
    }
    if (plain(photo)) {
      throw new UnsupportedInputException(
          "photo " + request.name() + " has one colour only - give one that shows the product");
    }
    return photo;
  }

  /**
   * Applies the alpha channel of the reply to the photo and crops it to the visible pixels.
   *
   * @param request the photo
   * @param photo its pixels
   * @param came the reply, a picture with an alpha channel
   * @param method the name of the method, for the cut-out
   * @return the cut-out in the photo's own pixels
   */
  public static Cutout of(
      CutoutRequest request, RasterImage photo, EncodedImage came, String method) {
    ImageSource source = ReceivedPictures.source(came);
    RasterImage alpha = alphaAsGrey(open(source));
    RasterImage full = Resampler.resize(alpha, photo.size());
    int[] pixels = photo.toArgb();
    long visible = 0;
    long decided = 0;
    for (int y = 0, i = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++, i++) {
        int level = levelled(full.argb(x, y) & 255);
        visible += level > 0 ? 1 : 0;
        decided += level == 0 || level == 255 ? 1 : 0;
        pixels[i] = level == 0 ? 0 : level << 24 | (pixels[i] & 0xFFFFFF);
      }
    }
    double share = visible / (double) pixels.length;
    if (share < LEAST_SHARE || share > MOST_SHARE) {
      throw new UnsupportedInputException(
          "photo " + request.name() + ": no product was found in it - give a clearer photo");
    }
    RasterImage cut = RasterImage.adopt(photo.size(), pixels);
    return new Cutout(ImageSource.of(cropped(cut)), decided / (double) pixels.length, method);
  }

  /**
   * Returns the largest size in the photo's shape within limits of side and area.
   *
   * @param photo the photo's size
   * @param longestSide the largest number of pixels of a side
   * @param mostPixels the largest number of pixels in all
   * @return the photo's size or a smaller one
   */
  public static Size within(Size photo, int longestSide, long mostPixels) {
    double scale = Math.min(1, longestSide / (double) Math.max(photo.width(), photo.height()));
    scale = Math.min(scale, Math.sqrt(mostPixels / (double) photo.pixels()));
    return scale >= 1
        ? photo
        : new Size(
            Math.max(1, (int) (photo.width() * scale)),
            Math.max(1, (int) (photo.height() * scale)));
  }

  private static RasterImage open(ImageSource source) {
    try {
      return source.raster();
    } catch (org.brandimage.spi.error.UnreadableImageException e) {
      throw new MalformedReplyException("images", "is a damaged picture", "");
    }
  }

  private static RasterImage alphaAsGrey(RasterImage picture) {
    int[] pixels = picture.toArgb();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xFF000000 | (pixels[i] >>> 24) * 0x010101;
    }
    return RasterImage.adopt(picture.size(), pixels);
  }

  /** Resampling leaves traces beside an edge that would spoil the crop. */
  private static int levelled(int level) {
    if (level <= FAINT) {
      return 0;
    }
    return level >= SOLID ? 255 : level;
  }

  private static RasterImage cropped(RasterImage cut) {
    Box box = Cutout.visibleBounds(cut).orElseThrow();
    int[] pixels = new int[Math.toIntExact(box.size().pixels())];
    cut.copyRegion(box, pixels, 0, box.width());
    return RasterImage.adopt(box.size(), pixels);
  }

  private static boolean plain(RasterImage photo) {
    int first = photo.argb(0, 0);
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        if (photo.argb(x, y) != first) {
          return false;
        }
      }
    }
    return true;
  }
}
