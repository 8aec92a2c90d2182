package org.brandimage.local.vision;

import java.util.Arrays;
import java.util.Objects;
import org.brandimage.local.model.ImagePreprocessor;
import org.brandimage.local.model.ModelEntry;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.local.model.Tensor;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.Embedding;

/**
 * A network that turns one picture into one row of numbers, with the preprocessing of its pictures.
 * Pictures are opened one at a time. Thread-safe until it is closed.
 */
final class PictureNetwork implements AutoCloseable {
  private final String name;
  private final OnnxModel model;
  private final ImagePreprocessor preprocessor;
  private final String output;
  private final long[] shape;

  private PictureNetwork(
      String name, OnnxModel model, ImagePreprocessor preprocessor, String output, long[] shape) {
    this.name = name;
    this.model = model;
    this.preprocessor = preprocessor;
    this.output = output;
    this.shape = shape;
  }

  /**
   * Opens a network.
   *
   * @param store where its file is
   * @param entry the network
   * @param preprocessor prepares pictures for it
   * @param output the output wanted
   * @param shape the shape of one item of it; -1 for any side
   * @return the network, to be closed by the caller
   */
  static PictureNetwork load(
      ModelStore store,
      ModelEntry entry,
      ImagePreprocessor preprocessor,
      String output,
      long... shape) {
    return new PictureNetwork(entry.name(), store.load(entry), preprocessor, output, shape.clone());
  }

  /**
   * Runs the network on a picture.
   *
   * @param image the picture
   * @param context the run
   * @return the output, flat
   * @throws InterruptedException when cancelled
   */
  float[] run(ImageSource image, StageContext context) throws InterruptedException {
    Objects.requireNonNull(image, "image");
    context.checkActive();
    long begin = System.nanoTime();
    Tensor input = preprocessor.apply(image.raster());
    context.checkActive();
    float[] values = model.run(input, output, shape).floats();
    context.record(
        CallRecord.builder(name, model.name())
            .parameter("preprocessing", preprocessor)
            .elapsed(java.time.Duration.ofNanos(System.nanoTime() - begin))
            .build());
    return values;
  }

  /**
   * Runs the network on a picture and takes the first part of its output as an embedding.
   *
   * @param image the picture
   * @param parts how many equal parts the output has
   * @param context the run
   * @return the embedding
   * @throws InterruptedException when cancelled
   * @throws StageException when the network gives zeros or no numbers
   */
  Embedding embed(ImageSource image, int parts, StageContext context) throws InterruptedException {
    float[] values = run(image, context);
    try {
      return Embedding.of(Arrays.copyOf(values, values.length / parts));
    } catch (IllegalArgumentException e) {
      throw new StageException(
          "model " + name + " gave no usable embedding; check that it is the file meant here",
          e,
          StageException.RetryInfo.once(false));
    }
  }

  /**
   * Returns the catalogue's name of the network.
   *
   * @return the name
   */
  String name() {
    return name;
  }

  @Override
  public void close() {
    model.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
