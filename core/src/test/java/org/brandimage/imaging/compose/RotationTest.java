package org.brandimage.imaging.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rotations against the plain formulas, pixel by pixel over the whole rectangle. */
class RotationTest {
  @ParameterizedTest
  @ValueSource(doubles = {15, -15, 3, 44, 91, 163, -120})
  void sprite_scatteredPieces_isTheInterpolationEverywhere(double degrees) {
    for (int seed = 0; seed < 6; seed++) {
      Sprite upright = Sprite.of(pieces(61, 47, seed));
      RotationSource source = new RotationSource(upright);
      RasterImage rotated = new Rotation(source, degrees).sprite().image();
      double turn = Math.toRadians(degrees);
      for (int y = 0; y < rotated.height(); y++) {
        for (int x = 0; x < rotated.width(); x++) {
          double dx = x + 0.5 - rotated.width() / 2.0;
          double dy = y + 0.5 - rotated.height() / 2.0;
          double column = 30.5 - 0.5 + dx * Math.cos(turn) - dy * Math.sin(turn);
          double row = 23.5 - 0.5 + dx * Math.sin(turn) + dy * Math.cos(turn);
          // Places are rounded to 1/256 pixel both ways: up to a level each.
          assertThat((double) (rotated.argb(x, y) >>> 24))
              .as("alpha at %d, %d of %d", x, y, seed)
              .isCloseTo(alpha(source, column, row), Offset.offset(2.5));
        }
      }
    }
  }

  private static double alpha(RotationSource source, double column, double row) {
    int left = (int) Math.floor(column);
    int top = (int) Math.floor(row);
    double right = column - left;
    double below = row - top;
    return (1 - right) * (1 - below) * alpha(source, left, top)
        + right * (1 - below) * alpha(source, left + 1, top)
        + (1 - right) * below * alpha(source, left, top + 1)
        + right * below * alpha(source, left + 1, top + 1);
  }

  private static int alpha(RotationSource source, int x, int y) {
    int column = x - source.area().x();
    int row = y - source.area().y();
    return column < 0 || row < 0 || column >= source.area().width() || row >= source.area().height()
        ? 0
        : source.levels()[(row + 1) * source.stride() + column + 1] >>> 24;
  }

  @ParameterizedTest
  @CsvSource({"61,47", "7,8", "9,17", "1,1", "2000,11"})
  void levels_anySize_arePremultipliedAndSharpenedByTheirNeighbours(int width, int height) {
    RasterImage image = pieces(width, height, 4);
    RotationSource source = new RotationSource(Sprite.of(image));
    for (int y = -1; y <= height + 1; y++) {
      for (int x = -1; x <= width; x++) {
        assertThat(source.levels()[(y + 1) * source.stride() + x + 1])
            .as("%d, %d", x, y)
            .isEqualTo(sharpened(image, x, y));
      }
    }
  }

  private static int sharpened(RasterImage image, int x, int y) {
    int here = argb(image, x, y);
    int alpha = here >>> 24;
    if (alpha == 0) {
      return 0;
    }
    int[] around = {
      argb(image, x - 1, y), argb(image, x + 1, y), argb(image, x, y - 1), argb(image, x, y + 1)
    };
    boolean opaque = alpha == 255;
    int alphas = 0;
    for (int neighbour : around) {
      opaque &= neighbour >>> 24 == 255;
      alphas += neighbour >>> 24;
    }
    if (alpha == 255 && !opaque) {
      return here;
    }
    int sharp = level(alpha, alphas);
    int result = sharp << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int level = here >> shift & 255;
      int sum = 0;
      for (int neighbour : around) {
        sum += neighbour >> shift & 255;
      }
      int value = opaque ? level(level, sum) : (int) Math.round(level * sharp / 255.0);
      result |= value << shift;
    }
    return result;
  }

  /** A pixel counts 44, each of its neighbours -3, of 32. */
  private static int level(int here, int around) {
    return (int) Math.max(0, Math.min(255, Math.floor((44.0 * here - 3.0 * around) / 32 + 0.5)));
  }

  private static int argb(RasterImage image, int x, int y) {
    return x < 0 || y < 0 || x >= image.width() || y >= image.height() ? 0 : image.argb(x, y);
  }

  /** Returns a few blocks apart from each other, opaque or not, and a corner to fix the area. */
  private static RasterImage pieces(int width, int height, int seed) {
    Random random = new Random(seed);
    int[] argb = new int[width * height];
    for (int piece = 0; piece < 5; piece++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = Math.min(width, left + 1 + random.nextInt(1 + width / 3));
      int bottom = Math.min(height, top + 1 + random.nextInt(1 + height / 3));
      int alpha = piece % 2 == 0 ? 255 : 1 + random.nextInt(255);
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          argb[y * width + x] = alpha << 24 | random.nextInt(1 << 24);
        }
      }
    }
    argb[0] = 0xFF102030;
    argb[argb.length - 1] = 0xFF405060;
    return RasterImage.of(new Size(width, height), argb);
  }
}
