package org.brandimage.local.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * A small embedder for tests: a text is the sum of random directions of its words, a picture lies
 * in the direction of its size's word ("8x6").
 */
public final class WordEmbedder implements Embedder {
  static final int DIMENSION = 64;

  final AtomicInteger embedded = new AtomicInteger();
  private final String model;

  /** Creates an embedder under the name of a model. */
  public WordEmbedder(String model) {
    this.model = model;
  }

  @Override
  public String model() {
    return model;
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
    context.checkActive();
    List<Embedding> embeddings = new ArrayList<>();
    request.texts().forEach(text -> embeddings.add(ofWords(text)));
    request.images().forEach(image -> embeddings.add(ofWords(size(image))));
    embedded.addAndGet(request.count());
    return embeddings;
  }

  private static String size(ImageSource image) {
    if (image.size().width() == 13) {
      throw new UnreadableImageException("picture", "is 13 pixels wide", null);
    }
    return image.size().width() + "x" + image.size().height();
  }

  private static Embedding ofWords(String text) {
    float[] sum = new float[DIMENSION];
    for (String word : text.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+", -1)) {
      Random random = new Random(word.hashCode() * 0x9E3779B97F4A7C15L);
      for (int i = 0; i < DIMENSION; i++) {
        sum[i] += (float) random.nextGaussian();
      }
    }
    return Embedding.of(sum);
  }
}
