package org.brandimage.local.vision;

import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.Embedding;
import org.brandimage.spi.model.ImageSimilarity;

/**
 * Image similarity by MobileNetV2 (Sandler et al., 2018, trained on ImageNet): the cosine of two
 * pictures' embeddings, which are the average of its last feature map, 1,280 numbers. It tells
 * kinds of things and their looks; products of one kind are near each other. Small and quick.
 *
 * <p>Only the middle square of a picture is seen. Cost: some 5 ms of CPU a picture. Deterministic
 * on one machine; thread-safe; close it when no longer used.
 */
public final class EmbeddingSimilarity implements ImageSimilarity, Identified, AutoCloseable {
  private final PictureNetwork network;

  private EmbeddingSimilarity(PictureNetwork network) {
    this.network = network;
  }

  /**
   * Opens the network.
   *
   * @param store holds {@link ModelCatalogue#MOBILENET_V2}
   * @return the similarity, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when the file is missing or cannot be
   *     used
   */
  public static EmbeddingSimilarity open(ModelStore store) {
    return new EmbeddingSimilarity(
        PictureNetwork.load(
            store, ModelCatalogue.MOBILENET_V2, ImagePreprocessor.mobileNet(), "embedding", 1280));
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("EmbeddingSimilarity", "1", network.name());
  }

  @Override
  public double similarity(ImageSource first, ImageSource second, StageContext context)
      throws InterruptedException {
    double cosine = embedding(first, context).cosine(embedding(second, context));
    return Math.max(-1, Math.min(1, cosine));
  }

  /**
   * Embeds one picture, for comparing it with many.
   *
   * @param image the picture
   * @param context the run
   * @return its embedding, 1,280 values
   * @throws InterruptedException when cancelled
   */
  public Embedding embedding(ImageSource image, StageContext context) throws InterruptedException {
    return network.embed(image, 1, context);
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return "EmbeddingSimilarity[" + network + "]";
  }
}
