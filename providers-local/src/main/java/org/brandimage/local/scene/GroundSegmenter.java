package org.brandimage.local.scene;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.local.model.Tensor;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A network that names the class of each pixel, read for where the ground is. Thread-safe; close it
 * after its last use.
 */
final class GroundSegmenter implements AutoCloseable {
  private static final int WHITE = 0xFFFFFFFF;

  private final OnnxModel model;
  private final SegmenterCard card;
  private final boolean[] ground;
  private final boolean[] never;

  /** What a network says of each cell of its own grid, by rows. */
  static final class Shares {
    private final int width;
    private final int height;
    private final float[] ground;
    private final float[] never;

    Shares(int width, int height) {
      this.width = width;
      this.height = height;
      this.ground = new float[width * height];
      this.never = new float[width * height];
    }

    /** Returns the probability of ground at a place, shares of the photo's sides. */
    float ground(double x, double y) {
      return ground[cell(x, y)];
    }

    /** Returns the probability of something that products never stand on. */
    float never(double x, double y) {
      return never[cell(x, y)];
    }

    private int cell(double x, double y) {
      int column = (int) Math.min(x * width, width - 1);
      int row = (int) Math.min(y * height, height - 1);
      return row * width + column;
    }
  }

  private GroundSegmenter(OnnxModel model, SegmenterCard card) {
    this.model = model;
    this.card = card;
    this.ground = GroundNames.ground(card.labels());
    this.never = GroundNames.never(card.labels());
  }

  /**
   * Opens a network; empty when its classes are not known or none of them is ground.
   *
   * @throws InvalidInputException when the file or its card cannot be used
   */
  static Optional<GroundSegmenter> open(Path file) {
    Optional<SegmenterCard> card = SegmenterCard.of(file);
    if (card.isEmpty()) {
      return Optional.empty();
    }
    OnnxModel model = OnnxModel.load(file);
    GroundSegmenter segmenter = new GroundSegmenter(model, card.get());
    for (boolean flag : segmenter.ground) {
      if (flag) {
        return Optional.of(segmenter);
      }
    }
    model.close();
    return Optional.empty();
  }

  String name() {
    return model.name();
  }

  Shares read(RasterImage photo) {
    String input = model.inputs().get(0);
    Map<String, Tensor> outputs = model.run(Map.of(input, input(photo)));
    if (outputs.isEmpty()) {
      throw new InvalidInputException(
          "segmenter", model.name(), "gives no floats or integers; export it with logits");
    }
    Tensor output = outputs.values().iterator().next();
    return card.output() == SegmenterCard.Output.LABELS ? labels(output) : scores(output);
  }

  private Tensor input(RasterImage photo) {
    Size size = card.size();
    int[] argb = Resampler.resize(photo.over(WHITE), size).toArgb();
    int plane = Math.toIntExact(size.pixels());
    float[] values = new float[3 * plane];
    for (int c = 0; c < 3; c++) {
      int shift = card.bgr() ? 8 * c : 16 - 8 * c;
      double mean = card.mean().get(c);
      double std = card.std().get(c);
      for (int i = 0; i < plane; i++) {
        double level = ((argb[i] >> shift) & 255) / 255.0 * card.white();
        values[card.channelsLast() ? 3 * i + c : c * plane + i] = (float) ((level - mean) / std);
      }
    }
    return card.channelsLast()
        ? Tensor.ofFloats(values, 1, size.height(), size.width(), 3)
        : Tensor.ofFloats(values, 1, 3, size.height(), size.width());
  }

  private Shares scores(Tensor output) {
    long[] shape = output.shape();
    if (!output.holdsFloats() || shape.length != 4) {
      throw unexpected(shape);
    }
    int named = card.labels().size();
    boolean last = shape[1] != named && (shape[3] == named || unnamed(shape[1]) < 0);
    int classes = (int) shape[last ? 3 : 1];
    int first = unnamed(classes);
    if (first < 0) {
      throw unexpected(shape);
    }
    int height = (int) shape[last ? 1 : 2];
    int width = (int) shape[last ? 2 : 3];
    int cells = width * height;
    float[] values = output.floats();
    Shares shares = new Shares(width, height);
    double[] weights = new double[classes];
    for (int i = 0; i < cells; i++) {
      for (int c = 0; c < classes; c++) {
        weights[c] = values[last ? i * classes + c : c * cells + i];
      }
      if (card.output() == SegmenterCard.Output.LOGITS) {
        softmax(weights);
      }
      for (int label = 0; label < ground.length; label++) {
        float weight = (float) weights[first + label];
        shares.ground[i] += ground[label] ? weight : 0;
        shares.never[i] += never[label] ? weight : 0;
      }
    }
    return shares;
  }

  /**
   * Returns how many planes stand before those of the named classes: none, or one for all other
   * things that the list of names leaves out; below 0 when the planes are not those of the list.
   */
  private int unnamed(long planes) {
    long more = planes - card.labels().size();
    return more == 0 || more == 1 ? (int) more : -1;
  }

  private static void softmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - most);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }

  private Shares labels(Tensor output) {
    long[] shape = output.shape();
    int sides = shape.length;
    if (sides < 3 || (sides == 4 && shape[1] != 1 && shape[3] != 1) || sides > 4) {
      throw unexpected(shape);
    }
    boolean first = sides == 3 || shape[1] == 1;
    int height = (int) shape[sides == 3 ? 1 : first ? 2 : 1];
    int width = (int) shape[sides == 3 ? 2 : first ? 3 : 2];
    Shares shares = new Shares(width, height);
    for (int i = 0; i < width * height; i++) {
      int label = output.holdsFloats() ? Math.round(output.floats()[i]) : (int) output.longs()[i];
      if (label >= 0 && label < ground.length) {
        shares.ground[i] = ground[label] ? 1 : 0;
        shares.never[i] = never[label] ? 1 : 0;
      }
    }
    return shares;
  }

  private InvalidInputException unexpected(long[] shape) {
    return new InvalidInputException(
        "segmenter " + model.name(),
        java.util.Arrays.toString(shape),
        "its output should have a plane for each of "
            + card.labels().size()
            + " classes, or labels");
  }

  @Override
  public void close() {
    model.close();
  }
}
