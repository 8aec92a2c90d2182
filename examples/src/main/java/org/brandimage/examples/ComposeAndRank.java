package org.brandimage.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.rank.Contender;
import org.brandimage.spi.rank.RankRequest;
import org.brandimage.spi.rank.RankedImage;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.rank.Ranking;

/** Composes and ranks without a pipeline. It needs spi and core only, and runs on a module path. */
public final class ComposeAndRank {
  private ComposeAndRank() {}

  /**
   * Writes the best of five pictures.
   *
   * @param args the PNG file to write
   * @throws IOException when it cannot be written
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    // region compose-and-rank
    ImageSource can = ImageSource.of(RasterImage.filled(new Size(120, 200), 0xFFC02020));
    ProductCutouts product = ProductCutouts.of("can", new Cutout(can, 1, "drawn"));
    Compositor compositor = Compositor.of(new CanvasSize(512, 512), List.of(product));
    List<Candidate> candidates =
        IntStream.range(0, 5)
            .mapToObj(i -> new Box(20 + 88 * i, 156, 120, 200))
            .map(box -> new Candidate("x" + box.x(), List.of(placement(box))))
            .toList();
    List<Contender> contenders =
        candidates.stream().map(one -> Contender.of(one.id(), compositor.reference(one))).toList();
    Ranker redInTheMiddle =
        (request, context) ->
            Ranking.of(
                request.contenders().stream()
                    .map(one -> new RankedImage(one.id(), redness(one.image()), Map.of()))
                    .toList());
    RankRequest request = RankRequest.of(contenders);
    String best = redInTheMiddle.rank(request, StageContext.standalone()).images().get(0).id();
    Candidate winner = candidates.stream().filter(one -> one.id().equals(best)).findFirst().get();
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
      PngWriter.create().write(compositor.reference(winner).raster(), out);
    }
    // endregion
    System.out.println(best);
  }

  private static Placement placement(Box box) {
    return new Placement(0, 0, box.width(), box.height(), 0, box, 0);
  }

  private static double redness(ImageSource picture) {
    int colour = picture.raster().argb(picture.size().width() / 2, picture.size().height() / 2);
    return ((colour >> 16 & 255) - (colour & 255)) / 255.0;
  }
}
