package org.brandimage.benchmarks.compose;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import nu.pattern.OpenCV;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A photo as PNG, as it goes into a request: CPU time and bytes, beside the platform's writer as it
 * comes and OpenCV's. Photos are those of the sample library, resized; {@code -p photo=PATH} takes
 * another. Run from the project's root: {@code java -jar benchmarks/target/benchmarks.jar
 * PngBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@SuppressWarnings("NullAway.Init") // The harness calls setUp before anything else.
public class PngBenchmark {
  private static final String LIBRARY =
      "examples/sample-library/src/main/resources/library/backgrounds/";

  /** Side of the square picture in pixels. */
  @Param({"1024", "2048"})
  public int side;

  /** The photo's file. */
  @Param({LIBRARY + "street-sunset.jpg", LIBRARY + "living-room.jpg"})
  public String photo;

  private RasterImage image;
  private BufferedImage buffered;
  private Mat mat;

  /** The size of the files beside their time. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class FileSize {
    /** Bytes of all files. */
    public long bytes;
  }

  /**
   * Opens the photo and checks that every writer's file reads back unchanged.
   *
   * @throws IOException when a file cannot be read back
   */
  @Setup
  public void setUp() throws IOException {
    OpenCV.loadLocally();
    Core.setNumThreads(1);
    RasterImage opened = ImageDecoder.create().open(Path.of(photo), photo).raster();
    image = Resampler.cover(opened, new Size(side, side));
    buffered = Java2dRival.image(image, BufferedImage.TYPE_INT_RGB);
    mat = new Mat(side, side, CvType.CV_8UC3);
    byte[] row = new byte[side * 3];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side * 3; x++) {
        row[x] = (byte) (image.argb(x / 3, y) >> (x % 3 * 8));
      }
      mat.put(y, 0, row);
    }
    check(PngWriter.create().encode(image).bytes());
    check(platform());
    check(openCvFile());
  }

  /** The library's writer. */
  @Benchmark
  public byte[] pngWriter(CpuTime cpu, FileSize size) {
    return counted(PngWriter.create().encode(image).bytes(), cpu, size);
  }

  /** The platform's writer with its default settings. */
  @Benchmark
  public byte[] imageIo(CpuTime cpu, FileSize size) throws IOException {
    return counted(platform(), cpu, size);
  }

  /** OpenCV's writer with its default settings. */
  @Benchmark
  public byte[] openCv(CpuTime cpu, FileSize size) {
    return counted(openCvFile(), cpu, size);
  }

  private static byte[] counted(byte[] file, CpuTime cpu, FileSize size) {
    cpu.made(1);
    size.bytes += file.length;
    return file;
  }

  private byte[] platform() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(buffered, "png", out);
    return out.toByteArray();
  }

  private byte[] openCvFile() {
    MatOfByte file = new MatOfByte();
    Imgcodecs.imencode(".png", mat, file);
    byte[] bytes = file.toArray();
    file.release();
    return bytes;
  }

  private void check(byte[] file) throws IOException {
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (((read.getRGB(x, y) ^ image.argb(x, y)) & 0xFFFFFF) != 0) {
          throw new IllegalStateException("a file does not read back unchanged");
        }
      }
    }
  }
}
