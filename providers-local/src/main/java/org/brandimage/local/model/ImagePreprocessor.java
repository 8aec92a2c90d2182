package org.brandimage.local.model;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.image.RasterImage;

/**
 * Turns pictures into a network's input {@code f32[n,3,height,width]}: resized with an antialiased
 * filter in sRGB as Pillow does, cut or padded to a square, rounded to whole levels, scaled, in
 * planes of red, green and blue. Each network was trained with one such recipe, and its scores hold
 * for that recipe only. Transparent pixels count as lying on white.
 *
 * <p>Within one level of a float64 reference (0.7 at most on noise). Cost: some 2 ms of one core
 * for 1024x1024 to 224x224; see {@code benchmarks/README.md}. Immutable and thread-safe.
 */
public final class ImagePreprocessor {
  private static final double[] CLIP_MEAN = {0.48145466, 0.4578275, 0.40821073};
  private static final double[] CLIP_STD = {0.26862954, 0.26130258, 0.27577711};
  private static final double[] IMAGENET_MEAN = {0.485, 0.456, 0.406};
  private static final double[] IMAGENET_STD = {0.229, 0.224, 0.225};
  private static final double[] NONE = {0, 0, 0};
  private static final double[] UNIT = {1, 1, 1};

  private final String name;
  private final Geometry geometry;
  private final ResizeFilter filter;
  private final int resize;
  private final int side;

  /** What each level becomes, a channel. */
  private final float[][] tables;

  private ImagePreprocessor(
      String name,
      Geometry geometry,
      ResizeFilter filter,
      int resize,
      int side,
      double[] mean,
      double[] std) {
    this.name = name;
    this.geometry = geometry;
    this.filter = filter;
    this.resize = resize;
    this.side = side;
    this.tables = new float[3][256];
    for (int c = 0; c < 3; c++) {
      for (int level = 0; level < 256; level++) {
        tables[c][level] = (float) ((level / 255.0 - mean[c]) / std[c]);
      }
    }
  }

  private enum Geometry {
    STRETCH,
    CENTRE_CROP,
    PAD
  }

  /**
   * Returns CLIP's recipe, which LAION's heads and ImageReward share: bicubic to 224 on the short
   * side, centre crop, CLIP's mean and standard deviation (GitHub openai/CLIP).
   *
   * @return a preprocessor to 3x224x224
   */
  public static ImagePreprocessor clip() {
    return new ImagePreprocessor(
        "clip", Geometry.CENTRE_CROP, ResizeFilter.BICUBIC, 224, 224, CLIP_MEAN, CLIP_STD);
  }

  /**
   * Returns the recipe of HPS v2 and v2.1: bicubic to 224 on the long side, padded with black to a
   * square, CLIP's mean and standard deviation (GitHub tgxs002/HPSv2).
   *
   * @return a preprocessor to 3x224x224
   */
  public static ImagePreprocessor hps() {
    return new ImagePreprocessor(
        "hps", Geometry.PAD, ResizeFilter.BICUBIC, 224, 224, CLIP_MEAN, CLIP_STD);
  }

  /**
   * Returns DINOv2's recipe: bicubic to 256 on the short side, centre crop of 224, ImageNet's mean
   * and standard deviation (GitHub facebookresearch/dinov2).
   *
   * @return a preprocessor to 3x224x224
   */
  public static ImagePreprocessor dinoV2() {
    return new ImagePreprocessor(
        "dinov2",
        Geometry.CENTRE_CROP,
        ResizeFilter.BICUBIC,
        256,
        224,
        IMAGENET_MEAN,
        IMAGENET_STD);
  }

  /**
   * Returns the recipe of the catalogue's MobileNetV2: area average to 224 on the short side,
   * centre crop, levels as shares of 1; the network normalises.
   *
   * @return a preprocessor to 3x224x224
   */
  public static ImagePreprocessor mobileNet() {
    return new ImagePreprocessor(
        "mobilenet", Geometry.CENTRE_CROP, ResizeFilter.BOX, 224, 224, NONE, UNIT);
  }

  /**
   * Returns NIMA's recipe: stretched to 224x224 by taking the nearest pixel, as Keras loads
   * pictures and as these heads were trained, levels as shares of 1; the network normalises. An
   * average would hide noise from it: of pictures with noise of 10 levels the aesthetic head then
   * puts 86 % below their originals instead of all.
   *
   * @return a preprocessor to 3x224x224
   */
  public static ImagePreprocessor nima() {
    return new ImagePreprocessor(
        "nima", Geometry.STRETCH, ResizeFilter.NEAREST, 224, 224, NONE, UNIT);
  }

  /**
   * Returns the detector's recipe: stretched to 300x300, levels as shares of 1; the network
   * normalises.
   *
   * @return a preprocessor to 3x300x300
   */
  public static ImagePreprocessor ssd() {
    return new ImagePreprocessor(
        "ssd", Geometry.STRETCH, ResizeFilter.BILINEAR, 300, 300, NONE, UNIT);
  }

  /**
   * Returns ISNet's recipe: stretched to 1024x1024, levels minus 128 over 256.
   *
   * @return a preprocessor to 3x1024x1024
   */
  public static ImagePreprocessor isnet() {
    double[] half = {128 / 255.0, 128 / 255.0, 128 / 255.0};
    double[] std = {256 / 255.0, 256 / 255.0, 256 / 255.0};
    return new ImagePreprocessor(
        "isnet", Geometry.STRETCH, ResizeFilter.BILINEAR, 1024, 1024, half, std);
  }

  /**
   * Prepares one picture.
   *
   * @param image the picture, of any size
   * @return a tensor of batch 1
   */
  public Tensor apply(RasterImage image) {
    return apply(List.of(image));
  }

  /**
   * Prepares pictures as one batch.
   *
   * @param images the pictures, of any sizes, at least one
   * @return a tensor of that batch
   */
  public Tensor apply(List<RasterImage> images) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("images must not be empty");
    }
    int plane = side * side;
    float[] values = new float[images.size() * 3 * plane];
    for (int i = 0; i < images.size(); i++) {
      fill(Objects.requireNonNull(images.get(i), "image"), values, i * 3 * plane);
    }
    return Tensor.ofFloats(values, images.size(), 3, side, side);
  }

  /**
   * Returns the width and height of what comes out.
   *
   * @return pixels
   */
  public int side() {
    return side;
  }

  private void fill(RasterImage image, float[] values, int offset) {
    int width = resized(image.width(), image.height());
    int height = resized(image.height(), image.width());
    int left = offset(width);
    int top = offset(height);
    FilterAxis across = axis(image.width(), width, left);
    boolean square = image.width() == image.height();
    FilterAxis down = square ? across : axis(image.height(), height, top);
    if (geometry == Geometry.PAD) {
      fillBlack(values, offset);
    }
    int corner = offset + Math.max(0, -top) * side + Math.max(0, -left);
    new PixelPlanes(image, across, down)
        .resample((x, count, levels) -> write(levels, count, values, corner + x));
  }

  private FilterAxis axis(int source, int resized, int from) {
    return FilterAxis.of(filter, source, resized, Math.max(0, from), Math.min(side, resized));
  }

  /** Returns a side once resized, as torchvision and OpenCLIP round it. */
  private int resized(int length, int other) {
    return switch (geometry) {
      case STRETCH -> resize;
      case CENTRE_CROP ->
          length <= other
              ? resize
              : (int) Math.min(Integer.MAX_VALUE, (long) resize * length / other);
      case PAD -> Math.max(1, (int) Math.rint((double) length * resize / Math.max(length, other)));
    };
  }

  /** Returns where the square begins on the resized axis; negative where it is padded. */
  private int offset(int length) {
    return length >= side ? (int) Math.rint((length - side) / 2.0) : -((side - length) / 2);
  }

  private void fillBlack(float[] values, int offset) {
    int plane = side * side;
    for (int c = 0; c < 3; c++) {
      java.util.Arrays.fill(values, offset + c * plane, offset + (c + 1) * plane, tables[c][0]);
    }
  }

  private void write(int[][] levels, int count, float[] values, int at) {
    int length = levels[0].length / 3;
    for (int c = 0; c < 3; c++) {
      int target = at + c * side * side;
      int from = c * length;
      if (count == PixelPlanes.BLOCK) {
        writeBlock(levels, from, from + length, tables[c], values, target);
      } else {
        for (int y = 0; y < length; y++) {
          for (int x = 0; x < count; x++) {
            values[target + y * side + x] = tables[c][levels[x][from + y]];
          }
        }
      }
    }
  }

  /** Writes eight numbers at a time, where it would be a cache line for each. */
  private void writeBlock(
      int[][] levels, int from, int to, float[] table, float[] values, int target) {
    int[] a = levels[0];
    int[] b = levels[1];
    int[] c = levels[2];
    int[] d = levels[3];
    int[] e = levels[4];
    int[] f = levels[5];
    int[] g = levels[6];
    int[] h = levels[7];
    for (int i = from, at = target; i < to; i++, at += side) {
      values[at] = table[a[i]];
      values[at + 1] = table[b[i]];
      values[at + 2] = table[c[i]];
      values[at + 3] = table[d[i]];
      values[at + 4] = table[e[i]];
      values[at + 5] = table[f[i]];
      values[at + 6] = table[g[i]];
      values[at + 7] = table[h[i]];
    }
  }

  /**
   * Returns the recipe's name.
   *
   * @return a word, for provenance
   */
  @Override
  public String toString() {
    return name;
  }
}
