package org.brandimage.spi.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * An embedder that counts triples of letters, and for pictures colours: texts that share words, and
 * pictures that share colours, are alike. A text and a picture never are. Thread-safe.
 */
public final class FakeEmbedder implements Embedder {
  private static final int DIMENSION = 256;

  /** Creates an embedder. */
  public FakeEmbedder() {}

  @Override
  public String model() {
    return "fake-embedder-1";
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public boolean embedsImages() {
    return true;
  }

  @Override
  public List<Embedding> embed(EmbedRequest request, StageContext context)
      throws InterruptedException {
    List<Embedding> embeddings = new ArrayList<>();
    List<String> texts = request.texts();
    context.checkActive();
    for (String text : texts) {
      embeddings.add(embedding(text));
    }
    for (ImageSource image : request.images()) {
      embeddings.add(embedding(image.raster()));
    }
    return List.copyOf(embeddings);
  }

  private static Embedding embedding(String text) {
    String padded = "  " + text.toLowerCase(Locale.ROOT) + " ";
    float[] counts = new float[DIMENSION];
    for (int i = 0; i + 3 <= padded.length(); i++) {
      counts[Math.floorMod(padded.substring(i, i + 3).hashCode() * 31, DIMENSION)]++;
    }
    return Embedding.of(counts);
  }

  /** Four steps of red, green, blue and alpha make 256 bins. */
  private static Embedding embedding(RasterImage image) {
    float[] counts = new float[DIMENSION];
    for (int argb : image.toArgb()) {
      counts[
          (argb >>> 30) << 6 | (argb >> 22 & 3) << 4 | (argb >> 14 & 3) << 2 | (argb >> 6 & 3)]++;
    }
    return Embedding.of(counts);
  }
}
