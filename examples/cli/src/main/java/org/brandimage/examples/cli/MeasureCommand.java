package org.brandimage.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.brandimage.examples.console.Console;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.vision.EmbeddingSimilarity;
import org.brandimage.metric.Luma;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code brandimage measure}: all metrics of two pictures, as a table or as JSON. */
@Command(
    name = "measure",
    description =
        "Compares two pictures of one size by every metric; with --models also by MobileNetV2's"
            + " picture embedding.",
    mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
  private static final int WHITE = 128;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A.png", description = "One picture.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B.png", description = "Another of the same size.")
  private Path second = Path.of("");

  @Option(
      names = "--mask",
      paramLabel = "M.png",
      description = "Counts only where this picture, of the same size, is white.")
  private @Nullable Path mask;

  @Mixin private ModelOptions models = new ModelOptions();

  @Option(names = "--json", description = "Prints JSON; an infinite PSNR is null.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Mask kept = mask == null ? null : mask(open("--mask", mask));
    RasterImage a = open("A", first);
    RasterImage b = open("B", second);
    Map<String, Double> metrics = Comparison.of(a, b, kept);
    Optional<ModelStore> store = models.store();
    if (store.isPresent()) {
      try (EmbeddingSimilarity model = EmbeddingSimilarity.open(store.get())) {
        StageContext context = StageContext.standalone();
        metrics.put("similarity", model.similarity(ImageSource.of(a), ImageSource.of(b), context));
      }
    }
    Console out = Console.out(spec);
    if (json) {
      out.json(json(metrics));
    } else {
      metrics.forEach((name, value) -> out.format("%-16s %12.6f", name, value));
    }
    return 0;
  }

  private static RasterImage open(String field, Path file) {
    try {
      return ImageDecoder.create().open(file, file.toString()).raster();
    } catch (UnreadableImageException e) {
      throw new InvalidInputException(
          field, file, "give a PNG, JPEG or WebP picture: " + e.getMessage());
    }
  }

  private static Mask mask(RasterImage picture) {
    return Mask.of(picture.size(), (x, y) -> Luma.REC_601.of(picture.argb(x, y)) >= WHITE);
  }

  private static ObjectNode json(Map<String, Double> metrics) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    metrics.forEach(
        (name, value) -> {
          if (Double.isFinite(value)) {
            node.put(name, value);
          } else {
            node.putNull(name);
          }
        });
    return node;
  }
}
