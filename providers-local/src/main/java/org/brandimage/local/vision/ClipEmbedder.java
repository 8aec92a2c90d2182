package org.brandimage.local.vision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedding;

/**
 * An embedder of pictures and texts by CLIP (Radford et al., "Learning Transferable Visual Models
 * From Natural Language Supervision", ICML 2021): both towers as ONNX files in the usual export
 * layout, any size of CLIP. Pictures and texts lie in one space, though apart from each other, so a
 * picture is found by words for all it shows.
 *
 * <p><b>Tried with networks of random weights in this layout; the real weights were not at
 * hand</b>, so how well it finds was not measured. Cost: one run of the picture tower a picture,
 * with ViT-L/14 a second or more of CPU, one of the text tower a text. Thread-safe; close it after
 * its last use.
 */
public final class ClipEmbedder implements PictureEmbedder {
  static final String NAME = "clip";
  private static final String PROBE = "a photo";

  private final PictureNetwork pictures;
  private final TextNetwork texts;
  private final int dimension;
  private final String model;

  private ClipEmbedder(PictureNetwork pictures, TextNetwork texts, int dimension, String model) {
    this.pictures = pictures;
    this.texts = texts;
    this.dimension = dimension;
    this.model = model;
  }

  /**
   * Opens both towers.
   *
   * @param store holds {@link ModelCatalogue#CLIP_VISION}, {@link ModelCatalogue#CLIP_TEXT} and
   *     {@link ModelCatalogue#CLIP_VOCABULARY}
   * @return the embedder, to be closed after its last use
   * @throws InvalidInputException when a file is missing or cannot be used; towers of two CLIPs are
   *     found out when the first picture is embedded
   */
  public static ClipEmbedder create(ModelStore store) {
    TextNetwork texts =
        TextNetwork.load(store, ModelCatalogue.CLIP_TEXT, ClipTokenizer.open(store));
    try {
      int dimension = texts.embed(PROBE).dimension();
      PictureNetwork pictures =
          PictureNetwork.load(
              store,
              ModelCatalogue.CLIP_VISION,
              ImagePreprocessor.clip(),
              "image_embeds",
              dimension);
      return new ClipEmbedder(pictures, texts, dimension, name(store, dimension));
    } catch (RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  /**
   * Tells one CLIP from another, so that their vectors are never mixed: by the length of the
   * embeddings and the sizes of the files, since hashing gigabytes at every start would take
   * seconds.
   */
  private static String name(ModelStore store, int dimension) {
    return String.format(
        Locale.ROOT,
        "%s(%d,%d,%d)",
        NAME,
        dimension,
        bytes(store.file(ModelCatalogue.CLIP_VISION)),
        bytes(store.file(ModelCatalogue.CLIP_TEXT)));
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new InvalidInputException("model", file, "make it readable: " + e.getMessage());
    }
  }

  /**
   * Returns whether a store has this embedder's files.
   *
   * @param models the store
   * @return whether both towers and the vocabulary are there
   */
  public static boolean isServedBy(ModelStore models) {
    return models.has(ModelCatalogue.CLIP_VISION)
        && models.has(ModelCatalogue.CLIP_TEXT)
        && models.has(ModelCatalogue.CLIP_VOCABULARY);
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public boolean embedsImages() {
    return true;
  }

  /**
   * Embeds pictures by what they show, or texts, of which 75 tokens are read.
   *
   * @throws org.brandimage.spi.error.UnreadableImageException when a picture cannot be decoded
   * @throws InvalidInputException when the towers are not of one CLIP
   * @throws IllegalStateException when closed
   */
  @Override
  public List<Embedding> embed(EmbedRequest request, StageContext context)
      throws InterruptedException {
    List<Embedding> embeddings = new ArrayList<>(request.count());
    for (ImageSource image : request.images()) {
      embeddings.add(pictures.embed(image, 1, context));
    }
    if (!request.texts().isEmpty()) {
      long begin = System.nanoTime();
      for (String text : request.texts()) {
        context.checkActive();
        embeddings.add(texts.embed(text));
      }
      context.record(
          CallRecord.builder("ClipEmbedder", model)
              .parameter("texts", request.texts().size())
              .elapsed(Duration.ofNanos(System.nanoTime() - begin))
              .build());
    }
    return List.copyOf(embeddings);
  }

  @Override
  public void close() {
    pictures.close();
    texts.close();
  }

  @Override
  public String toString() {
    return "ClipEmbedder[" + model + "]";
  }
}
