package org.brandimage.local.vision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * An embedder of pictures by the names of what a classifier sees in them: the mean of the names'
 * text embeddings, weighted by the classifier's probabilities, over its ten likeliest classes. That
 * is ConSE (Norouzi et al., "Zero-Shot Learning by Convex Combination of Semantic Embeddings", ICLR
 * 2014, arXiv 1312.5650, T = 10). So a picture is found by words that are in no description, as far
 * as ImageNet's thousand classes cover it; {@link ClipEmbedder} is not limited to those.
 *
 * <p>The classifier is MobileNetV2 of the model store; texts go to the text embedder, so pictures
 * and texts lie in one space. Cost: some 20 ms of one core a picture beside decoding it, and the
 * embedding of each class name once. Thread-safe if the text embedder is, which stays the caller's
 * to close.
 */
public final class ConseEmbedder implements PictureEmbedder {
  private static final int MOST_LABELS = 10;
  private static final int CLASSES = 1001;

  private final Embedder text;
  private final OnnxModel classifier;
  private final ImagePreprocessor preprocessor = ImagePreprocessor.mobileNet();
  private final List<String> names;
  private final Map<Integer, float[]> embeddedNames = new HashMap<>();

  private volatile boolean closed;

  private ConseEmbedder(Embedder text, OnnxModel classifier, List<String> names) {
    this.text = text;
    this.classifier = classifier;
    this.names = names;
  }

  /**
   * Opens the classifier.
   *
   * @param models holds {@link ModelCatalogue#MOBILENET_V2} and {@link
   *     ModelCatalogue#IMAGENET_LABELS}
   * @param text embeds the names of classes, and queries
   * @return the embedder, to be closed after its last use
   * @throws InvalidInputException when a file is missing or another
   */
  public static ConseEmbedder create(ModelStore models, Embedder text) {
    Objects.requireNonNull(text, "text");
    List<String> names = models.lines(ModelCatalogue.IMAGENET_LABELS);
    if (names.size() != CLASSES) {
      throw new InvalidInputException(
          "model " + ModelCatalogue.IMAGENET_LABELS.name(),
          names.size() + " lines",
          "use the list of " + CLASSES + " classes, the first the background");
    }
    return new ConseEmbedder(text, models.load(ModelCatalogue.MOBILENET_V2), names);
  }

  /**
   * Returns whether a store has this embedder's files.
   *
   * @param models the store
   * @return whether classifier and names are there
   */
  public static boolean isServedBy(ModelStore models) {
    return models.has(ModelCatalogue.MOBILENET_V2) && models.has(ModelCatalogue.IMAGENET_LABELS);
  }

  @Override
  public String model() {
    return model(text);
  }

  /** Returns what this embedder would be called over a text embedder. */
  static String model(Embedder text) {
    return "conse"
        + MOST_LABELS
        + "("
        + ModelCatalogue.MOBILENET_V2.name()
        + ","
        + text.model()
        + ")";
  }

  @Override
  public int dimension() {
    return text.dimension();
  }

  @Override
  public boolean embedsImages() {
    return true;
  }

  /**
   * Embeds pictures by what they show, or texts.
   *
   * @throws org.brandimage.spi.error.UnreadableImageException when a picture cannot be decoded
   * @throws IllegalStateException when closed
   */
  @Override
  public List<Embedding> embed(EmbedRequest request, StageContext context)
      throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("embedder is closed");
    }
    if (request.images().isEmpty()) {
      return text.embed(request, context);
    }
    long begin = System.nanoTime();
    List<Embedding> embeddings = new ArrayList<>(request.count());
    for (ImageSource image : request.images()) {
      context.checkActive();
      embeddings.add(mean(labels(image.raster()), context));
    }
    context.record(
        CallRecord.builder("ConseEmbedder", model())
            .parameter("images", request.count())
            .elapsed(Duration.ofNanos(System.nanoTime() - begin))
            .build());
    return List.copyOf(embeddings);
  }

  /**
   * Names what a picture shows.
   *
   * @param image the picture
   * @return the ten likeliest classes, likeliest first
   */
  public List<Label> labels(RasterImage image) {
    float[] shares = classifier.run(preprocessor.apply(image), "probabilities", CLASSES).floats();
    return IntStream.range(1, CLASSES)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer label) -> shares[label]).reversed())
        .limit(MOST_LABELS)
        .map(label -> new Label(label, name(label), shares[label]))
        .toList();
  }

  /** ImageNet lists synonyms; the first is the usual one. */
  private String name(int label) {
    return names.get(label).split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private Embedding mean(List<Label> labels, StageContext context) throws InterruptedException {
    float[] sum = new float[dimension()];
    for (Label label : labels) {
      float[] vector = embedded(label, context);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) label.probability() * vector[i];
      }
    }
    return Embedding.of(sum);
  }

  private float[] embedded(Label label, StageContext context) throws InterruptedException {
    synchronized (embeddedNames) {
      float[] known = embeddedNames.get(label.index());
      if (known == null) {
        EmbedRequest request = EmbedRequest.ofTexts(List.of(label.name()), Purpose.INDEX);
        known = text.embed(request, context).get(0).toArray();
        embeddedNames.put(label.index(), known);
      }
      return known;
    }
  }

  /** Frees the classifier. */
  @Override
  public void close() {
    closed = true;
    classifier.close();
  }

  @Override
  public String toString() {
    return "ConseEmbedder[" + model() + "]";
  }

  /**
   * A class of the classifier and how sure it is.
   *
   * @param index the class, from 1
   * @param name its usual name
   * @param probability from 0 to 1
   */
  public record Label(int index, String name, double probability) {
    /** Checks the values. */
    public Label {
      Objects.requireNonNull(name, "name");
    }
  }
}
