package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePreprocessorTest {
  private static final double[] CLIP_MEAN = {0.48145466, 0.4578275, 0.40821073};
  private static final double[] CLIP_STD = {0.26862954, 0.26130258, 0.27577711};
  private static final double[] DINO_MEAN = {0.485, 0.456, 0.406};
  private static final double[] DINO_STD = {0.229, 0.224, 0.225};

  /**
   * Pixels that Pillow 9.4.0 gave for the same pattern: resize with BICUBIC, then crop, or paste
   * onto black.
   */
  @ParameterizedTest
  @CsvSource({
    "clip, 1000, 700, '0,0=26fac5 223,0=429ff7 17,40=a2242c 100,111=9873b4 223,223=7b95c9"
        + " 60,190=853b01 190,33=515f90 112,112=8daab4'",
    "hps, 1000, 700, '0,0=000000 223,0=000000 17,40=aaea70 100,111=bad7c6 223,223=000000"
        + " 60,190=000000 190,33=5b46da 112,112=bf40c1'",
    "dinov2, 300, 901, '0,0=9f3f9d 223,0=db655e 17,40=3736e3 100,111=b785dc 223,223=658115"
        + " 60,190=bde7d7 190,33=0b56c1 112,112=83b4ff'",
    "clip, 150, 120, '0,0=67022c 223,0=acba93 17,40=ee6f25 100,111=cf587a 223,223=000dd1"
        + " 60,190=c312e0 190,33=83e330 112,112=326462'"
  })
  void apply_pattern_isWithinALevelOfPillow(String recipe, int width, int height, String pixels) {
    double[][] levels = levels(recipe, pattern(width, height));

    for (String pixel : pixels.split(" ", -1)) {
      int x = Integer.parseInt(pixel.substring(0, pixel.indexOf(',')));
      int y = Integer.parseInt(pixel.substring(pixel.indexOf(',') + 1, pixel.indexOf('=')));
      int rgb = Integer.parseInt(pixel.substring(pixel.indexOf('=') + 1), 16);
      for (int c = 0; c < 3; c++) {
        assertThat(levels[c][y * 224 + x])
            .as("%s channel %s at %s,%s", recipe, c, x, y)
            .isCloseTo((rgb >> (16 - 8 * c)) & 0xFF, within(1.01));
      }
    }
  }

  /** The reference is written from the definition: one sum over the kernel's square, in doubles. */
  @ParameterizedTest
  @CsvSource({"1024, 1024", "640, 427", "97, 301", "224, 224", "30, 40"})
  void apply_everyPixel_isWithinALevelOfTheExactSum(int width, int height) {
    assertThat(worst(pattern(width, height))).isLessThanOrEqualTo(1);
  }

  /** Where a kernel that sharpens goes furthest below black and above white. */
  @ParameterizedTest
  @CsvSource({"700, 500", "60, 90", "300, 1900"})
  void apply_blackAndWhiteNoise_isWithinALevelOfTheExactSum(int width, int height) {
    Random random = new Random(7);
    int[] argb = random.ints((long) width * height).map(i -> i < 0 ? -1 : 0xFF000000).toArray();

    assertThat(worst(RasterImage.adopt(new Size(width, height), argb))).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 224, 1000, 3000})
  void apply_evenPicture_staysEven(int side) {
    double[][] levels = levels("clip", RasterImage.filled(new Size(side, side), 0xFFFF8003));

    for (int i = 0; i < 224 * 224; i++) {
      assertThat(levels[0][i]).isCloseTo(255, within(1e-3));
      assertThat(levels[1][i]).isCloseTo(128, within(1e-3));
      assertThat(levels[2][i]).isCloseTo(3, within(1e-3));
    }
  }

  @Test
  void apply_pictureOnItsSide_isTheSameOnItsSide() {
    RasterImage wide = pattern(1000, 700);
    int[] argb = new int[700 * 1000];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = wide.argb(i / 700, i % 700);
    }
    double[][] across = levels("hps", wide);
    double[][] down = levels("hps", RasterImage.adopt(new Size(700, 1000), argb));

    for (int i = 0; i < 224 * 224; i++) {
      int turned = i % 224 * 224 + i / 224;
      for (int c = 0; c < 3; c++) {
        assertThat(down[c][turned]).isCloseTo(across[c][i], within(1.01));
      }
    }
  }

  /** Returns how far the levels are from the exact ones at most. */
  private static double worst(RasterImage picture) {
    int width = picture.width();
    int height = picture.height();
    double[][] levels = levels("clip", picture);
    double scale = Math.min(width, height) / 224.0;
    double left =
        Math.rint(((int) (224.0 * Math.max(width, height) / Math.min(width, height)) - 224) / 2.0);

    double worst = 0;
    for (int y = 0; y < 224; y += 9) {
      for (int x = 0; x < 224; x += 7) {
        double[] exact =
            exact(
                picture,
                (x + 0.5 + (width > height ? left : 0)) * axisScale(width, height, scale),
                (y + 0.5 + (height > width ? left : 0)) * axisScale(height, width, scale),
                axisScale(width, height, scale),
                axisScale(height, width, scale));
        for (int c = 0; c < 3; c++) {
          worst = Math.max(worst, Math.abs(exact[c] - levels[c][y * 224 + x]));
        }
      }
    }
    return worst;
  }

  @Test
  void apply_transparentPixels_lieOnWhite() {
    float[] clear =
        ImagePreprocessor.mobileNet()
            .apply(RasterImage.filled(new Size(50, 40), 0x00112233))
            .floats();
    float[] half =
        ImagePreprocessor.mobileNet()
            .apply(RasterImage.filled(new Size(50, 40), 0x80000000))
            .floats();

    assertThat(clear[0]).isEqualTo(1);
    assertThat(half[0]).isCloseTo(127 / 255f, within(1e-6f));
  }

  /** Found out only when every row above it has been summed. */
  @Test
  void apply_lastPixelTranslucent_isAsLaidOnWhiteBefore() {
    int[] argb = pattern(300, 260).toArgb();
    argb[argb.length - 1] = 0x80000000;
    RasterImage translucent = RasterImage.of(new Size(300, 260), argb.clone());
    argb[argb.length - 1] = 0xFF7F7F7F;
    RasterImage opaque = RasterImage.of(new Size(300, 260), argb);

    assertThat(ImagePreprocessor.clip().apply(translucent).floats())
        .isEqualTo(ImagePreprocessor.clip().apply(opaque).floats());
  }

  @Test
  void apply_nima_takesTheNearestPixel() {
    RasterImage picture = pattern(448, 672);
    float[] values = ImagePreprocessor.nima().apply(picture).floats();

    for (int i = 0; i < 224; i += 13) {
      int pixel = picture.argb(2 * i + 1, 3 * i + 1);
      assertThat(values[i * 224 + i]).isCloseTo(((pixel >> 16) & 0xFF) / 255f, within(1e-6f));
    }
  }

  @Test
  void apply_isnet_isLevelMinus128Over256() {
    Tensor tensor =
        ImagePreprocessor.isnet().apply(RasterImage.filled(new Size(300, 200), 0xFFFF8000));

    assertThat(tensor.shape()).containsExactly(1, 3, 1024, 1024);
    assertThat(tensor.floats()[0]).isCloseTo(127 / 256f, within(1e-6f));
    assertThat(tensor.floats()[1024 * 1024]).isCloseTo(0, within(1e-6f));
    assertThat(tensor.floats()[2 * 1024 * 1024]).isCloseTo(-0.5f, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 500", "3000, 1", "2, 3", "225, 223"})
  void apply_oddSizes_giveFiniteValues(int width, int height) {
    RasterImage picture = pattern(width, height);
    for (ImagePreprocessor recipe :
        List.of(
            ImagePreprocessor.clip(),
            ImagePreprocessor.hps(),
            ImagePreprocessor.dinoV2(),
            ImagePreprocessor.mobileNet(),
            ImagePreprocessor.nima(),
            ImagePreprocessor.ssd())) {
      for (float value : recipe.apply(picture).floats()) {
        assertThat(value).isBetween(-3f, 3f);
      }
    }
  }

  @Test
  void apply_batch_isThePicturesOneAfterAnother() {
    RasterImage first = pattern(300, 200);
    RasterImage second = pattern(100, 400);
    Tensor both = ImagePreprocessor.clip().apply(List.of(first, second));

    assertThat(both.shape()).containsExactly(2, 3, 224, 224);
    assertThat(both.row(1)).isEqualTo(ImagePreprocessor.clip().apply(second).floats());
  }

  private static double axisScale(int length, int other, double scale) {
    int resized = length <= other ? 224 : (int) (224L * length / other);
    return (double) length / resized + 0 * scale;
  }

  private static double[] exact(
      RasterImage picture, double x, double y, double scaleX, double scaleY) {
    double[] sum = new double[4];
    double stretchX = Math.max(1, scaleX);
    double stretchY = Math.max(1, scaleY);
    for (int j = 0; j < picture.height(); j++) {
      double down = keys((j + 0.5 - y) / stretchY);
      for (int i = 0; down != 0 && i < picture.width(); i++) {
        double weight = down * keys((i + 0.5 - x) / stretchX);
        int pixel = picture.argb(i, j);
        sum[0] += weight * ((pixel >> 16) & 0xFF);
        sum[1] += weight * ((pixel >> 8) & 0xFF);
        sum[2] += weight * (pixel & 0xFF);
        sum[3] += weight;
      }
    }
    double[] levels = new double[3];
    for (int c = 0; c < 3; c++) {
      levels[c] = Math.max(0, Math.min(255, sum[c] / sum[3]));
    }
    return levels;
  }

  /** Keys 1981, equation 4 with a = -1/2. */
  private static double keys(double s) {
    double d = Math.abs(s);
    if (d >= 2) {
      return 0;
    }
    return d < 1 ? 1.5 * d * d * d - 2.5 * d * d + 1 : -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2;
  }

  private static double[][] levels(String recipe, RasterImage picture) {
    ImagePreprocessor preprocessor =
        switch (recipe) {
          case "clip" -> ImagePreprocessor.clip();
          case "hps" -> ImagePreprocessor.hps();
          default -> ImagePreprocessor.dinoV2();
        };
    double[] mean = recipe.equals("dinov2") ? DINO_MEAN : CLIP_MEAN;
    double[] std = recipe.equals("dinov2") ? DINO_STD : CLIP_STD;
    float[] values = preprocessor.apply(picture).floats();
    double[][] levels = new double[3][224 * 224];
    for (int i = 0; i < values.length; i++) {
      int c = i / (224 * 224);
      levels[c][i % (224 * 224)] = (values[i] * std[c] + mean[c]) * 255;
    }
    return levels;
  }

  private static RasterImage pattern(int width, int height) {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = (x * 7 + y * 3 + x * y / 64) & 255;
        int green = (x * x / 97 + y * 5) & 255;
        int blue = ((x ^ y) * 3) & 255;
        argb[y * width + x] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
    return RasterImage.adopt(new Size(width, height), argb);
  }
}
