package org.brandimage.examples.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.brandimage.examples.scenes.backgrounds.Backgrounds;
import org.brandimage.examples.scenes.picture.LibraryPicture;
import org.brandimage.examples.scenes.products.Products;
import org.brandimage.examples.scenes.tracer.Film;
import org.brandimage.examples.scenes.tracer.Framing;
import org.brandimage.examples.scenes.tracer.Renderer;

/**
 * Renders the sample library's pictures and sidecar files into a folder: {@code products/*.png} and
 * {@code backgrounds/*.jpg}.
 *
 * <pre>{@code
 * RenderLibrary <folder> [--only <name>] [--size <pixels>] [--samples <per pixel>] [--threads <n>] [--seed <n>] [--png]
 * }</pre>
 *
 * The output is the same for the same options, whatever the number of threads. {@code --png} writes
 * backgrounds as PNG.
 */
public final class RenderLibrary {

  private static final float JPEG_QUALITY = 0.92f;
  private static final double MARGIN = 0.04;

  private final Options options;

  private RenderLibrary(Options options) {
    this.options = options;
  }

  /**
   * Renders the pictures.
   *
   * @param args the folder, then options
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = Options.parse(args);
    List<LibraryPicture> chosen = new ArrayList<>();
    for (LibraryPicture picture : pictures()) {
      if (options.only().isEmpty() || picture.name().equals(options.only())) {
        chosen.add(picture);
      }
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("--only names no picture: " + options.only());
    }
    RenderLibrary renders = new RenderLibrary(options);
    for (LibraryPicture picture : chosen) {
      renders.render(picture);
    }
  }

  /** All pictures of the library. */
  static List<LibraryPicture> pictures() {
    List<LibraryPicture> all = new ArrayList<>(Products.all());
    all.addAll(Backgrounds.all());
    return all;
  }

  private void render(LibraryPicture picture) throws IOException, InterruptedException {
    boolean product = picture.kind() == LibraryPicture.Kind.PRODUCT;
    int size = options.size() > 0 ? options.size() : product ? 1200 : 1536;
    int samples = options.samples();
    Framing framing =
        product
            ? Framing.tight(picture.scene().get(), size, MARGIN)
            : new Framing(picture.scene().get(), (int) Math.round(size * picture.aspect()), size);
    Film film =
        new Renderer(framing.width(), framing.height(), samples, options.seed(), options.threads())
            .render(framing.scene());
    BufferedImage image = picture.development().develop(film, options.threads());
    Path folder = options.folder().resolve(product ? "products" : "backgrounds");
    Files.createDirectories(folder);
    if (product || options.png()) {
      ImageIO.write(image, "png", folder.resolve(picture.name() + ".png").toFile());
    } else {
      writeJpeg(image, folder.resolve(picture.name() + ".jpg"));
    }
    if (!picture.name().contains("@")) {
      Files.writeString(folder.resolve(picture.name() + ".json"), picture.sidecar());
    }
  }

  private static void writeJpeg(BufferedImage image, Path file) throws IOException {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = opaque.createGraphics();
    g.drawImage(image, 0, 0, null);
    g.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(JPEG_QUALITY);
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(opaque, null, null), settings);
    } finally {
      writer.dispose();
    }
  }

  /** The command line. */
  record Options(
      Path folder, String only, int size, int samples, int threads, int seed, boolean png) {

    static Options parse(String[] args) {
      if (args.length == 0 || args[0].startsWith("--")) {
        throw new IllegalArgumentException("the first argument must be the output folder");
      }
      String only = "";
      int[] numbers = {0, 128, 2, 1};
      boolean png = false;
      for (int i = 1; i < args.length; i++) {
        switch (args[i]) {
          case "--only" -> only = value(args, ++i);
          case "--size" -> numbers[0] = Integer.parseInt(value(args, ++i));
          case "--samples" -> numbers[1] = Integer.parseInt(value(args, ++i));
          case "--threads" -> numbers[2] = Integer.parseInt(value(args, ++i));
          case "--seed" -> numbers[3] = Integer.parseInt(value(args, ++i));
          case "--png" -> png = true;
          default -> throw new IllegalArgumentException("unknown option " + args[i]);
        }
      }
      return new Options(
          Path.of(args[0]), only, numbers[0], numbers[1], numbers[2], numbers[3], png);
    }

    private static String value(String[] args, int i) {
      if (i >= args.length) {
        throw new IllegalArgumentException("missing value after " + args[i - 1]);
      }
      return args[i];
    }
  }
}
