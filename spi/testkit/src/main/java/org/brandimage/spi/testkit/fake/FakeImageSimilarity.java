package org.brandimage.spi.testkit.fake;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.model.ImageSimilarity;

/** A similarity of colours: the cosine of two pictures under {@link FakeEmbedder}. Thread-safe. */
public final class FakeImageSimilarity implements ImageSimilarity {
  private final FakeEmbedder embedder = new FakeEmbedder();

  /** Creates a similarity. */
  public FakeImageSimilarity() {}

  @Override
  public double similarity(ImageSource first, ImageSource second, StageContext context)
      throws InterruptedException {
    List<Embedding> embeddings =
        embedder.embed(EmbedRequest.ofImages(List.of(first, second), Purpose.INDEX), context);
    return Math.min(1, embeddings.get(0).cosine(embeddings.get(1)));
  }
}
