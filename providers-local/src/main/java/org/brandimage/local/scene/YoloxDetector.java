package org.brandimage.local.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.local.model.Tensor;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * An object detector of the YOLOX family (Ge et al., "YOLOX: Exceeding YOLO Series in 2021") as its
 * authors export it: one anchor a cell on strides of 8, 16 and 32. Thread-safe; close it after its
 * last use.
 */
final class YoloxDetector implements AutoCloseable {
  private static final int SIDE = 416;
  private static final int[] STRIDES = {8, 16, 32};
  private static final float PADDING = 114;
  private static final double LEAST_SCORE = 0.35;
  private static final double SAME_THING = 0.45;

  private final OnnxModel model;
  private final List<String> labels;

  /**
   * A thing in a photo; lengths are shares of its sides.
   *
   * @param label the class
   * @param score from 0 to 1
   * @param x the left edge
   * @param y the upper edge
   * @param width across
   * @param height down
   */
  record Found(String label, double score, double x, double y, double width, double height) {
    double bottom() {
      return y + height;
    }

    double overlap(Found other) {
      double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
      double down = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
      double both = Math.max(0, across) * Math.max(0, down);
      return both / (width * height + other.width * other.height - both);
    }

    /** Tells whether an edge of the photo may cut it off, so that its size is not known. */
    boolean cutOff() {
      return x < 0.01 || y < 0.01 || x + width > 0.99 || bottom() > 0.99;
    }
  }

  private YoloxDetector(OnnxModel model, List<String> labels) {
    this.model = model;
    this.labels = labels;
  }

  static YoloxDetector open(Path file, List<String> labels) {
    return new YoloxDetector(OnnxModel.load(file), List.copyOf(labels));
  }

  String name() {
    return model.name();
  }

  List<Found> detect(RasterImage photo) {
    double scale = Math.min(SIDE / (double) photo.width(), SIDE / (double) photo.height());
    Tensor output =
        model.run(Map.of(model.inputs().get(0), input(photo, scale))).values().iterator().next();
    int fields = 5 + labels.size();
    int cells = Arrays.stream(STRIDES).map(stride -> (SIDE / stride) * (SIDE / stride)).sum();
    long[] shape = output.shape();
    if (!output.holdsFloats() || shape.length != 3 || shape[1] != cells || shape[2] != fields) {
      throw new InvalidInputException(
          "detector " + model.name(),
          Arrays.toString(shape),
          "its output should be " + cells + " cells of " + fields + " numbers");
    }
    return eachOnce(
        decoded(output.floats(), fields, photo.width() * scale, photo.height() * scale));
  }

  private static Tensor input(RasterImage photo, double scale) {
    Size size =
        new Size(
            (int) Math.max(1, Math.min(SIDE, Math.round(photo.width() * scale))),
            (int) Math.max(1, Math.min(SIDE, Math.round(photo.height() * scale))));
    RasterImage small = Resampler.resize(photo.over(0xFFFFFFFF), size);
    float[] values = new float[3 * SIDE * SIDE];
    Arrays.fill(values, PADDING);
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < size.height(); y++) {
        for (int x = 0; x < size.width(); x++) {
          values[(c * SIDE + y) * SIDE + x] = small.argb(x, y) >> (8 * c) & 255;
        }
      }
    }
    return Tensor.ofFloats(values, 1, 3, SIDE, SIDE);
  }

  private List<Found> decoded(float[] values, int fields, double width, double height) {
    List<Found> found = new ArrayList<>();
    int cell = 0;
    for (int stride : STRIDES) {
      int across = SIDE / stride;
      for (int i = 0; i < across * across; i++, cell++) {
        int at = cell * fields;
        int best = 0;
        for (int label = 1; label < labels.size(); label++) {
          best = values[at + 5 + label] > values[at + 5 + best] ? label : best;
        }
        double score = values[at + 4] * values[at + 5 + best];
        if (score >= LEAST_SCORE) {
          double w = Math.exp(values[at + 2]) * stride;
          double h = Math.exp(values[at + 3]) * stride;
          double x = (values[at] + i % across) * stride - w / 2;
          double y = (values[at + 1] + Math.floorDiv(i, across)) * stride - h / 2;
          found.add(
              new Found(labels.get(best), score, x / width, y / height, w / width, h / height));
        }
      }
    }
    return found;
  }

  private static List<Found> eachOnce(List<Found> found) {
    found.sort(Comparator.comparingDouble(Found::score).reversed());
    List<Found> kept = new ArrayList<>();
    for (Found thing : found) {
      boolean isNew =
          kept.stream()
              .noneMatch(
                  other ->
                      other.label().equals(thing.label()) && other.overlap(thing) > SAME_THING);
      if (isNew) {
        kept.add(thing);
      }
    }
    return List.copyOf(kept);
  }

  @Override
  public void close() {
    model.close();
  }
}
