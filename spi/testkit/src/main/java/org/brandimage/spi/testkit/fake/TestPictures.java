package org.brandimage.spi.testkit.fake;

import java.util.Optional;
import java.util.Random;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;

/** Pictures drawn in code, the same every time. Cost: one pass over the pixels. */
public final class TestPictures {
  /** Opaque white. */
  public static final int WHITE = 0xFFFFFFFF;

  /** Nothing to see. */
  public static final int CLEAR = 0x00000000;

  private static final int DUCK_YELLOW = 0xFFF2C230;
  private static final int BEAK_ORANGE = 0xFFE0701C;
  private static final int MUG_BLUE = 0xFF2456A4;
  private static final int HANDLE_BLUE = 0xFF183C78;
  private static final int SHOE_BROWN = 0xFF7A4A28;
  private static final int SOLE_BLACK = 0xFF201C18;

  private TestPictures() {}

  /** Gives the colour at a place of the unit square, as {@code 0xAARRGGBB}. */
  private interface Painting {
    int at(double u, double v);
  }

  /**
   * Returns a yellow duck that looks to the right: a wide product without a straight edge. It does
   * not reach the sides of its picture.
   *
   * @param size the picture's width and height, at least 16
   * @param ground the colour around it, {@link #CLEAR} for none
   * @return the picture
   */
  public static RasterImage duck(Size size, int ground) {
    return paint(
        size,
        (u, v) -> {
          if (inEllipse(u, v, 0.88, 0.36, 0.07, 0.05)) {
            return BEAK_ORANGE;
          }
          boolean body = inEllipse(u, v, 0.45, 0.66, 0.36, 0.24);
          return body || inEllipse(u, v, 0.68, 0.34, 0.16, 0.22) ? DUCK_YELLOW : ground;
        });
  }

  /**
   * Returns a blue mug with its handle on the left: a product with a hole.
   *
   * @param size the picture's width and height, at least 16
   * @param ground the colour around it, {@link #CLEAR} for none
   * @return the picture
   */
  public static RasterImage mug(Size size, int ground) {
    return paint(
        size,
        (u, v) -> {
          if (u >= 0.4 && u < 0.9 && v >= 0.1 && v < 0.9) {
            return MUG_BLUE;
          }
          boolean ring = inEllipse(u, v, 0.38, 0.5, 0.28, 0.3);
          boolean hole = inEllipse(u, v, 0.38, 0.5, 0.16, 0.18);
          return ring && !hole && u < 0.4 ? HANDLE_BLUE : ground;
        });
  }

  /**
   * Returns a brown shoe on a dark sole: a product wider than it is high.
   *
   * @param size the picture's width and height, at least 16
   * @param ground the colour around it, {@link #CLEAR} for none
   * @return the picture
   */
  public static RasterImage shoe(Size size, int ground) {
    return paint(
        size,
        (u, v) -> {
          if (u >= 0.08 && u < 0.92 && v >= 0.78 && v < 0.9) {
            return SOLE_BLACK;
          }
          boolean toe = v < 0.78 && inEllipse(u, v, 0.62, 0.78, 0.28, 0.3);
          boolean heel = u >= 0.1 && u < 0.45 && v >= 0.2 && v < 0.78;
          return toe || heel ? SHOE_BROWN : ground;
        });
  }

  /**
   * Returns a place: a sky that darkens upwards over a ground that darkens downwards.
   *
   * @param size the picture's width and height
   * @param sky the colour of the sky at the horizon
   * @param earth the colour of the ground at the horizon
   * @return an opaque picture
   */
  public static RasterImage landscape(Size size, int sky, int earth) {
    return paint(
        size, (u, v) -> v < 0.6 ? shaded(sky, 0.6 + v * 0.6) : shaded(earth, 1.4 - v * 0.7));
  }

  /**
   * Returns random colours: a picture with nothing in it.
   *
   * @param size the picture's width and height
   * @param seed the seed of the colours
   * @return an opaque picture
   */
  public static RasterImage noise(Size size, long seed) {
    Random random = new Random(seed);
    return paint(size, (u, v) -> random.nextInt() | 0xFF000000);
  }

  /**
   * Returns a source that cannot be opened, as when a file was damaged after it was listed.
   *
   * @param size the size it claims
   * @return a source that throws {@link UnreadableImageException}
   */
  public static ImageSource unreadable(Size size) {
    return new Unreadable(size);
  }

  private static RasterImage paint(Size size, Painting painting) {
    int[] pixels = new int[Math.toIntExact(size.pixels())];
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        double u = (x + 0.5) / size.width();
        double v = (y + 0.5) / size.height();
        pixels[y * size.width() + x] = painting.at(u, v);
      }
    }
    return RasterImage.adopt(size, pixels);
  }

  private static boolean inEllipse(double u, double v, double cu, double cv, double ru, double rv) {
    double du = (u - cu) / ru;
    double dv = (v - cv) / rv;
    return du * du + dv * dv <= 1;
  }

  private static int shaded(int argb, double light) {
    int red = channel(argb >> 16, light);
    int green = channel(argb >> 8, light);
    return 0xFF000000 | red << 16 | green << 8 | channel(argb, light);
  }

  private static int channel(int value, double light) {
    return (int) Math.min(255, Math.round((value & 255) * light));
  }

  private record Unreadable(Size size) implements ImageSource {
    @Override
    public String digest() {
      return Fingerprint.of("unreadable").add(size.width()).add(size.height()).toHex();
    }

    @Override
    public RasterImage raster() {
      throw new UnreadableImageException("unreadable", "it is damaged - replace the file", null);
    }

    @Override
    public Optional<EncodedImage> original() {
      return Optional.empty();
    }
  }
}
