package org.brandimage.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.codec.MaskEncoding;
import org.brandimage.imaging.codec.MaskWriter;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.cutout.AlphaCutoutMaker;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.ProductCutouts;

/** Shows the imaging packages without a pipeline: cut out, place, compose, write a mask. */
public final class ComposeByHand {
  private ComposeByHand() {}

  /**
   * Composes one product and writes the picture and its mask.
   *
   * @param args a photo with an alpha channel, and the folder to write to
   * @throws IOException when a file cannot be written
   * @throws InterruptedException when interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    // region compose-by-hand
    ImageSource photo = ImageDecoder.create().open(Path.of(args[0]), "mug");
    Cutout cutout =
        AlphaCutoutMaker.create().cut(new CutoutRequest("mug", photo), StageContext.standalone());
    List<ProductCutouts> products = List.of(ProductCutouts.of("mug", cutout));
    CanvasSize canvas = new CanvasSize(512, 512);
    List<Candidate> candidates =
        Placer.of(canvas, 0.04, Grid.DEFAULT).place(products, List.of(List.of(new Size(200, 220))));
    Compositor compositor = Compositor.of(canvas, products).withContactShadow(0.5);
    Candidate first = candidates.get(0);
    EncodedImage reference = PngWriter.create().encode(compositor.reference(first).raster());
    EncodedImage mask =
        MaskWriter.create().encode(compositor.mask(first), MaskEncoding.WHITE_GENERATES);
    // endregion
    Path out = Path.of(args[1]);
    Files.write(out.resolve("reference.png"), reference.bytes());
    Files.write(out.resolve("mask.png"), mask.bytes());
    System.out.println(candidates.size() + " candidates, the first " + first.id());
  }
}
