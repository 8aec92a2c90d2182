package org.brandimage.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.brandimage.archive.RunDocument.FinalistEntry;
import org.brandimage.imaging.codec.MaskEncoding;
import org.brandimage.imaging.codec.MaskWriter;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.pipeline.result.Finalist;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.retrieve.Asset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes all files of a result into an empty folder. Immutable and thread-safe. */
final class StagedRun {
  private static final Logger LOG = LoggerFactory.getLogger(StagedRun.class);
  private static final int OPAQUE = 255;

  private final RunJson json;
  private final PngWriter png = PngWriter.create();
  private final MaskWriter masks = MaskWriter.create();

  StagedRun(RunJson json) {
    this.json = json;
  }

  /**
   * Writes the files.
   *
   * @param pages texts beside the pictures, by the names of their files
   */
  void write(RunResult result, Map<String, Function<RunResult, String>> pages, Path folder)
      throws IOException {
    StagedFiles files = new StagedFiles(folder);
    for (Finalist finalist : result.finalists()) {
      write(finalist, files);
    }
    List<PinnedAsset> pins = new ArrayList<>();
    for (Asset pin : result.brief().pinnedAssets()) {
      pins.add(PinnedAsset.of(pin, photos(pin, pins.size() + 1, files)));
    }
    for (Map.Entry<String, Function<RunResult, String>> page : pages.entrySet()) {
      byte[] text = page.getValue().apply(result).getBytes(UTF_8);
      files.write(page.getKey(), target -> target.write(text));
    }
    byte[] text = json.write(result, pins, files.entries()).getBytes(UTF_8);
    files.write(RunArchive.RUN_JSON, target -> target.write(text));
  }

  private void write(Finalist finalist, StagedFiles files) throws IOException {
    FinalistEntry names = RunJson.entry(finalist);
    RasterImage image = finalist.image().raster();
    files.write(names.image(), target -> png.write(image, target));
    RasterImage product = finalist.productLayer().raster();
    files.write(names.product(), target -> png.write(product, target));
    Mask mask = Mask.of(product.size(), (x, y) -> product.argb(x, y) >>> 24 == OPAQUE);
    MaskEncoding encoding = new MaskEncoding(Mask.Action.KEEP, MaskEncoding.Channels.GREY);
    files.write(names.mask(), masks.encode(mask, encoding)::writeTo);
    Optional<EncodedImage> original = RunJson.original(finalist);
    if (original.isPresent()) {
      files.write(names.original(), original.get()::writeTo);
    }
  }

  /** Writes the photos of a pinned asset as they are, and returns the names of their files. */
  private List<String> photos(Asset pin, int number, StagedFiles files) throws IOException {
    List<String> names = new ArrayList<>();
    for (ImageSource photo : pin.photos()) {
      EncodedImage image;
      try {
        image = photo.original().orElseGet(() -> png.encode(photo.raster()));
      } catch (UnreadableImageException e) {
        // The finalists must not be lost with a photo that was moved since the run began.
        LOG.debug("A photo of the pinned asset {} is not archived", pin.id(), e);
        continue;
      }
      String ending = image.format().name().toLowerCase(Locale.ROOT);
      String name = "pin-" + number + "-" + (names.size() + 1) + "." + ending;
      files.write(name, image::writeTo);
      names.add(name);
    }
    return names;
  }
}
