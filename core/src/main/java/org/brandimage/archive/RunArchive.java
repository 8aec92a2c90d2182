package org.brandimage.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.archive.RunDocument.FinalistEntry;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.codec.MaskEncoding;
import org.brandimage.imaging.codec.MaskWriter;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/**
 * A folder that holds a result. For each finalist it has four files: {@code WxH-N.png} (the
 * finished picture), {@code WxH-N.mask.png} (white where the product is opaque, so where the
 * picture must equal it), {@code WxH-N.product.png} (the product alone in its place) and, when a
 * provider sent a file, {@code WxH-N.original.*} with the provider's own bytes. {@code run.json}
 * says everything else. Stateless but for its codecs; thread-safe as long as each folder has one
 * writer.
 */
public final class RunArchive {
  /** The name of the file that describes the run. */
  public static final String RUN_JSON = "run.json";

  private static final int OPAQUE = 255;
  private static final int MOST_BYTES = 64 << 20;

  private final RunJson json = RunJson.create();
  private final PngWriter png = PngWriter.create();
  private final MaskWriter masks = MaskWriter.create();
  private final ImageDecoder decoder = ImageDecoder.create();

  private RunArchive() {}

  /**
   * Returns an archive.
   *
   * @return a fresh archive
   */
  public static RunArchive create() {
    return new RunArchive();
  }

  /**
   * Writes a result into a folder, which is made when it does not exist. Opens one finalist at a
   * time. {@code run.json} is written last, so that a folder with it is complete.
   *
   * @param result the result
   * @param folder where to; files of the same names are replaced
   * @throws InvalidInputException when the folder cannot be written to
   */
  public void write(RunResult result, Path folder) {
    Objects.requireNonNull(result, "result");
    try {
      Files.createDirectories(folder);
      for (Finalist finalist : result.finalists()) {
        write(finalist, folder);
      }
      Files.writeString(folder.resolve(RUN_JSON), json.write(result));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Reads a result back. Pictures are opened when they are asked for; where the provider's own
   * bytes were not kept, the finished picture stands for them.
   *
   * @param folder a folder that {@link #write} filled
   * @return the result
   * @throws InvalidInputException when there is no {@code run.json}, or it is not one of ours
   */
  public RunResult read(Path folder) {
    Path file = folder.resolve(RUN_JSON);
    if (Files.notExists(file)) {
      throw new InvalidInputException(
          RUN_JSON, file.toString(), "name the folder that a run was written to");
    }
    String text = BoundedFile.readText(file, RUN_JSON, MOST_BYTES);
    return json.read(text, reference -> open(folder, reference.name()));
  }

  private void write(Finalist finalist, Path folder) throws IOException {
    FinalistEntry names = RunJson.entry(finalist);
    write(finalist.image().raster(), folder.resolve(names.image()));
    RasterImage product = finalist.productLayer().raster();
    write(product, folder.resolve(names.product()));
    Mask mask = Mask.of(product.size(), (x, y) -> product.argb(x, y) >>> 24 == OPAQUE);
    MaskEncoding encoding = new MaskEncoding(Mask.Action.KEEP, MaskEncoding.Channels.GREY);
    write(masks.encode(mask, encoding), folder.resolve(names.mask()));
    Optional<EncodedImage> original = RunJson.original(finalist);
    if (original.isPresent()) {
      write(original.get(), folder.resolve(names.original()));
    }
  }

  private void write(RasterImage raster, Path file) throws IOException {
    try (OutputStream target = Files.newOutputStream(file)) {
      png.write(raster, target);
    }
  }

  private static void write(EncodedImage image, Path file) throws IOException {
    try (OutputStream target = Files.newOutputStream(file)) {
      image.writeTo(target);
    }
  }

  private ImageSource open(Path folder, String name) {
    Path file = folder.resolve(name).normalize();
    if (!folder.normalize().equals(file.getParent())) {
      throw new InvalidInputException(
          RUN_JSON + " file", name, "name a file in the folder of " + RUN_JSON);
    }
    return decoder.open(file, name);
  }

  private static InvalidInputException unwritable(Path folder, IOException cause) {
    InvalidInputException e =
        new InvalidInputException(
            "output folder", folder, "name a folder that can be written to (" + cause + ")");
    e.initCause(cause);
    return e;
  }
}
