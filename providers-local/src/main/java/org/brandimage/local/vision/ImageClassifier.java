package org.brandimage.local.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.ImageSource;

/**
 * An image classifier: MobileNetV2 (Sandler et al., 2018) on ImageNet's 1,000 classes. Most are
 * animals and everyday objects ("running shoe", "teapot", "espresso", but no "handbag"); a picture
 * of anything else gets the nearest of them with a low probability. Cost: some 5 ms of CPU a
 * picture. Thread-safe; close it when no longer used.
 */
public final class ImageClassifier implements AutoCloseable {
  private final PictureNetwork network;
  private final List<String> names;

  private ImageClassifier(PictureNetwork network, List<String> names) {
    this.network = network;
    this.names = names;
  }

  /**
   * Opens network and names.
   *
   * @param store holds {@link ModelCatalogue#MOBILENET_V2} and {@link
   *     ModelCatalogue#IMAGENET_LABELS}
   * @return the classifier, to be closed after its last use
   * @throws InvalidInputException when a file is missing or cannot be used
   */
  public static ImageClassifier open(ModelStore store) {
    List<String> names = store.lines(ModelCatalogue.IMAGENET_LABELS);
    return new ImageClassifier(
        PictureNetwork.load(
            store,
            ModelCatalogue.MOBILENET_V2,
            ImagePreprocessor.mobileNet(),
            "probabilities",
            names.size()),
        names);
  }

  /**
   * Names what a picture shows.
   *
   * @param image the picture
   * @param limit how many names at most, at least 1
   * @param context the run
   * @return the likeliest classes, best first
   * @throws InterruptedException when cancelled
   */
  public List<Label> classify(ImageSource image, int limit, StageContext context)
      throws InterruptedException {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1: " + limit);
    }
    float[] probabilities = network.run(image, context);
    List<Label> labels = new ArrayList<>();
    IntStream.range(1, names.size()) // without the background
        .forEach(i -> labels.add(new Label(names.get(i), probabilities[i])));
    labels.sort(Comparator.comparingDouble(Label::probability).reversed());
    return List.copyOf(labels.subList(0, Math.min(limit, labels.size())));
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return "ImageClassifier[" + network + "]";
  }

  /**
   * A class and how likely it is.
   *
   * @param name ImageNet's words, synonyms parted by commas
   * @param probability from 0 to 1
   */
  public record Label(String name, double probability) {
    /** Checks the values. */
    public Label {
      Objects.requireNonNull(name, "name");
    }
  }
}
