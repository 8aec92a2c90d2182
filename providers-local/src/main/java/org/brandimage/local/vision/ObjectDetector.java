package org.brandimage.local.vision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.local.model.Tensor;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;

/**
 * An object detector: SSD with MobileNetV2 (Liu et al., 2016) on 23 classes of Open Images V4,
 * among them Person, Footwear, Boot, High heels, Mug, Coffee cup, Bottle, Book, Laptop, Camera,
 * Chair, Table, Car, Bicycle, Cat and Dog. It sees a copy of 300x300, so small things escape it.
 * Cost: some 20 ms of CPU a picture. Deterministic on one machine; thread-safe; close it when no
 * longer used.
 */
public final class ObjectDetector implements AutoCloseable {
  /** What a detection must score to be reported. */
  public static final double LEAST_SCORE = 0.3;

  /** Boxes of one class that overlap more than this are one thing. */
  private static final double SAME_THING = 0.5;

  private final OnnxModel model;
  private final List<String> labels;
  private final SsdAnchors anchors = SsdAnchors.create();
  private final ImagePreprocessor preprocessor = ImagePreprocessor.ssd();

  private ObjectDetector(OnnxModel model, List<String> labels) {
    this.model = model;
    this.labels = labels;
  }

  /**
   * Opens network and names.
   *
   * @param store holds {@link ModelCatalogue#SSD_OPEN_IMAGES} and {@link ModelCatalogue#SSD_LABELS}
   * @return the detector, to be closed after its last use
   * @throws InvalidInputException when a file is missing or cannot be used
   */
  public static ObjectDetector open(ModelStore store) {
    List<String> labels = store.lines(ModelCatalogue.SSD_LABELS);
    return new ObjectDetector(store.load(ModelCatalogue.SSD_OPEN_IMAGES), labels);
  }

  /**
   * Returns whether a store has the detector's files.
   *
   * @param store the store
   * @return true when both files are there
   */
  public static boolean isIn(ModelStore store) {
    return store.has(ModelCatalogue.SSD_OPEN_IMAGES) && store.has(ModelCatalogue.SSD_LABELS);
  }

  /**
   * Finds things.
   *
   * @param image the picture
   * @param context the run
   * @return what scores at least {@link #LEAST_SCORE}, best first, each thing once a class
   * @throws InterruptedException when cancelled
   */
  public List<Detection> detect(ImageSource image, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(image, "image");
    context.checkActive();
    long begin = System.nanoTime();
    Map<String, Tensor> outputs =
        model.run(Map.of(model.inputs().get(0), preprocessor.apply(image.raster())));
    float[] boxes = model.pick(outputs, "box_encodings", SsdAnchors.COUNT, 4).floats();
    float[] classes =
        model.pick(outputs, "class_predictions", SsdAnchors.COUNT, labels.size()).floats();
    context.record(
        CallRecord.builder("ObjectDetector", model.name())
            .elapsed(Duration.ofNanos(System.nanoTime() - begin))
            .build());
    List<Detection> found = new ArrayList<>();
    for (int i = 0; i < SsdAnchors.COUNT; i++) {
      for (int label = 1; label < labels.size(); label++) {
        double score = 1 / (1 + Math.exp(-classes[i * labels.size() + label]));
        if (score >= LEAST_SCORE) {
          Box box = anchors.decode(boxes, i, image.size());
          found.add(new Detection(labels.get(label), score, box));
        }
      }
    }
    return eachOnce(found);
  }

  private static List<Detection> eachOnce(List<Detection> found) {
    found.sort(
        Comparator.comparingDouble(Detection::score).reversed().thenComparing(Detection::label));
    List<Detection> kept = new ArrayList<>();
    for (Detection detection : found) {
      boolean isNew =
          kept.stream()
              .noneMatch(
                  other ->
                      other.label().equals(detection.label())
                          && other.overlap(detection.box()) > SAME_THING);
      if (isNew) {
        kept.add(detection);
      }
    }
    return List.copyOf(kept);
  }

  @Override
  public void close() {
    model.close();
  }

  @Override
  public String toString() {
    return "ObjectDetector[" + model.name() + "]";
  }

  /**
   * A thing in a picture.
   *
   * @param label its class
   * @param score how sure the network is, 0 to 1
   * @param box where it is, in pixels of the picture
   */
  public record Detection(String label, double score, Box box) {
    /** Checks the values. */
    public Detection {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(box, "box");
    }

    /**
     * Returns how much of two boxes is common.
     *
     * @param other another box of the same picture
     * @return intersection over union, 0 to 1
     */
    public double overlap(Box other) {
      double common = box.intersect(other).map(both -> (double) both.size().pixels()).orElse(0.0);
      return common / (box.size().pixels() + other.size().pixels() - common);
    }
  }
}
