package org.brandimage.benchmarks.model;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.concurrent.TimeUnit;
import nu.pattern.OpenCV;
import org.brandimage.benchmarks.metric.CpuMillis;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.LinearHead;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A picture of 1024x1024 as CLIP's input of 3x224x224, and LAION's folded head on an embedding of
 * 768. Beside the library's antialiased bicubic: Java2D's bicubic, which aliases, and OpenCV's area
 * average, each with the same scaling afterwards. (DJL has transforms for its PyTorch engine only.)
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar PreprocessBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class PreprocessBenchmark {
  private static final int FROM = 1024;
  private static final int TO = 224;
  private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
  private static final double[] STD = {0.26862954, 0.26130258, 0.27577711};

  private static final float[] SCALE = new float[3];
  private static final float[] SHIFT = new float[3];

  /** Neither rival uses the same kernel; on a smooth picture all are near each other. */
  private static final double NEAR = 6.0 / 255 / 0.26;

  private final ImagePreprocessor clip = ImagePreprocessor.clip();
  private RasterImage picture = RasterImage.filled(new Size(1, 1), -1);
  private BufferedImage buffered = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
  private Mat mat = new Mat();
  private LinearHead head = head();
  private final float[] embedding = new float[768];

  static {
    for (int c = 0; c < 3; c++) {
      SCALE[c] = (float) (1 / (255 * STD[c]));
      SHIFT[c] = (float) (-MEAN[c] / STD[c]);
    }
    OpenCV.loadLocally();
  }

  /** For the benchmark runner. */
  public PreprocessBenchmark() {}

  /** Makes a smooth picture and checks that all three give nearly the same. */
  @Setup
  public void prepare() {
    int[] argb = new int[FROM * FROM];
    byte[] bgr = new byte[FROM * FROM * 3];
    for (int i = 0; i < argb.length; i++) {
      int x = i % FROM;
      int y = i / FROM;
      int red = (int) (128 + 100 * Math.sin(x / 60.0));
      int green = (int) (128 + 100 * Math.cos(y / 45.0));
      int blue = (x + y) / 9;
      argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
      bgr[3 * i] = (byte) blue;
      bgr[3 * i + 1] = (byte) green;
      bgr[3 * i + 2] = (byte) red;
    }
    picture = RasterImage.of(new Size(FROM, FROM), argb);
    buffered = new BufferedImage(FROM, FROM, BufferedImage.TYPE_INT_RGB);
    buffered.setRGB(0, 0, FROM, FROM, argb, 0, FROM);
    mat = new Mat(FROM, FROM, CvType.CV_8UC3);
    mat.put(0, 0, bgr);
    java.util.Arrays.fill(embedding, (float) (1 / Math.sqrt(768)));
    float[] ours = clipInput();
    for (float[] other : new float[][] {drawnInput(), averagedInput()}) {
      for (int i = 0; i < ours.length; i++) {
        if (Math.abs(ours[i] - other[i]) > NEAR) {
          throw new IllegalStateException("answers differ at " + i);
        }
      }
    }
  }

  /** The library's. */
  @Benchmark
  public float[] library(CpuMillis time) {
    return clipInput();
  }

  private float[] clipInput() {
    return clip.apply(picture).floats();
  }

  /** Java2D's bicubic and a loop. */
  @Benchmark
  public float[] java2d(CpuMillis time) {
    return drawnInput();
  }

  private float[] drawnInput() {
    BufferedImage small = new BufferedImage(TO, TO, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(buffered, 0, 0, TO, TO, null);
    graphics.dispose();
    int[] pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
    float[] values = new float[3 * TO * TO];
    for (int i = 0; i < pixels.length; i++) {
      for (int c = 0; c < 3; c++) {
        float level = (pixels[i] >> (16 - 8 * c)) & 0xFF;
        values[c * TO * TO + i] = level * SCALE[c] + SHIFT[c];
      }
    }
    return values;
  }

  /** OpenCV's area average and a loop. */
  @Benchmark
  public float[] openCv(CpuMillis time) {
    return averagedInput();
  }

  private float[] averagedInput() {
    Mat small = new Mat();
    Imgproc.resize(mat, small, new org.opencv.core.Size(TO, TO), 0, 0, Imgproc.INTER_AREA);
    byte[] bgr = new byte[3 * TO * TO];
    small.get(0, 0, bgr);
    small.release();
    float[] values = new float[3 * TO * TO];
    for (int i = 0; i < TO * TO; i++) {
      for (int c = 0; c < 3; c++) {
        float level = bgr[3 * i + 2 - c] & 0xFF;
        values[c * TO * TO + i] = level * SCALE[c] + SHIFT[c];
      }
    }
    return values;
  }

  /** The head alone. */
  @Benchmark
  public double foldedHead() {
    return head.score(embedding);
  }

  private static LinearHead head() {
    try {
      java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("head");
      StringBuilder weights = new StringBuilder();
      for (int i = 0; i < 768; i++) {
        weights.append(i == 0 ? "" : ",").append(Math.sin(i));
      }
      java.nio.file.Files.writeString(
          folder.resolve("head.json"), "{\"weight\":[" + weights + "],\"bias\":1}");
      ModelEntry entry = ModelEntry.builder("head", "head.json").build();
      return LinearHead.open(ModelStore.open(folder), entry);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
