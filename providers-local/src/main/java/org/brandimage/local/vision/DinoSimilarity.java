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
 * Image similarity by DINOv2 (Oquab et al., 2023): the cosine of two pictures' embeddings, which
 * are the state of its class token. It was trained without labels and tells apart individual
 * objects, so it is the usual measure of whether a product is still the same. Tried with random
 * weights of the usual export layout only.
 *
 * <p>Only the middle square of a picture is seen. Cost: some 50 ms of CPU a picture for the small
 * network. Deterministic on one machine; thread-safe; close it when no longer used.
 */
public final class DinoSimilarity implements ImageSimilarity, Identified, AutoCloseable {
  /** 16 x 16 patches of 14 pixels, and the class token. */
  private static final int TOKENS = 257;

  private final PictureNetwork network;

  private DinoSimilarity(PictureNetwork network) {
    this.network = network;
  }

  /**
   * Opens the network.
   *
   * @param store holds {@link ModelCatalogue#DINO_V2}
   * @return the similarity, to be closed after its last use
   * @throws org.brandimage.spi.error.InvalidInputException when the file is missing or cannot be
   *     used
   */
  public static DinoSimilarity open(ModelStore store) {
    return new DinoSimilarity(
        PictureNetwork.load(
            store,
            ModelCatalogue.DINO_V2,
            ImagePreprocessor.dinoV2(),
            "last_hidden_state",
            TOKENS,
            -1));
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("DinoSimilarity", "1", network.name());
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
   * @return its embedding; of the class token
   * @throws InterruptedException when cancelled
   */
  public Embedding embedding(ImageSource image, StageContext context) throws InterruptedException {
    // [tokens, width], the class token first
    return network.embed(image, TOKENS, context);
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return "DinoSimilarity[" + network + "]";
  }
}
