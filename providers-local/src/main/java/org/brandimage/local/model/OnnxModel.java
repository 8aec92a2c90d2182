package org.brandimage.local.model;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.StageException;
import org.jspecify.annotations.Nullable;

/**
 * A network in an ONNX file, run on this machine's CPU by ONNX Runtime through Deep Java Library.
 * Its structure is checked at once; the first call loads the weights (tens of milliseconds for a
 * few megabytes) and keeps them in native memory until {@link #close}; calls share them.
 * Thread-safe: calls run beside each other, and closing waits for those under way. DJL's telemetry
 * stays off, see {@link DjlRuntime}.
 *
 * <p><b>Batches.</b> Give inputs with a first dimension above 1 and the network runs once on all of
 * them. A network exported for one item at a time is detected on the first such call and then run
 * item by item; the result is the same either way.
 */
public final class OnnxModel implements AutoCloseable {
  private final String name;
  private final Path file;
  private final int threads;
  private final List<String> inputs;

  /** Held for writing only to close: native memory must not go while a call uses it. */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private final Lazy<Model> model = Lazy.of(this::session);
  private boolean closed;
  private volatile boolean oneByOne;

  private OnnxModel(String name, Path file, int threads, List<String> inputs) {
    this.name = name;
    this.file = file.toAbsolutePath();
    this.threads = threads;
    this.inputs = List.copyOf(inputs);
  }

  /**
   * Checks a file, to be run by as many threads as the machine has cores.
   *
   * @param file the ONNX file
   * @return the network, to be closed after its last use
   * @throws InvalidInputException when the file is missing or is no whole ONNX file
   * @throws org.brandimage.spi.error.PipelineConfigurationException when native libraries would be
   *     loaded from a place that other users can write to
   */
  public static OnnxModel load(Path file) {
    return load(file, 0);
  }

  /**
   * Checks a file.
   *
   * @param file the ONNX file
   * @param threads how many threads one call may use; 0 for one a core. Give 1 where many calls run
   *     at the same time
   * @return the network, to be closed after its last use
   * @throws InvalidInputException when the file is missing or is no whole ONNX file
   * @throws org.brandimage.spi.error.PipelineConfigurationException when native libraries would be
   *     loaded from a place that other users can write to
   */
  public static OnnxModel load(Path file, int threads) {
    String name = String.valueOf(file.getFileName());
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be 0 or above: " + threads);
    }
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException("model", name, "there is no such file: " + file);
    }
    DjlRuntime.requireFolders();
    try {
      return new OnnxModel(name, file, threads, OnnxGraph.inputs(file));
    } catch (IOException e) {
      String fault = file + " is no whole ONNX file (" + e.getMessage() + "); get the file anew";
      throw unusable(name, fault, e);
    }
  }

  /**
   * Returns the file's name, for messages and provenance.
   *
   * @return the name without folders
   */
  public String name() {
    return name;
  }

  /**
   * Returns the names of the inputs.
   *
   * @return the names, in the file's order
   */
  public List<String> inputs() {
    return inputs;
  }

  /**
   * Runs the network on one input.
   *
   * @param input the only input, batch first
   * @param output the output wanted
   * @param shape the shape one item of it must have, without the batch; -1 for any side
   * @return the output, batch first
   * @throws InvalidInputException when the file is another network: no such output, or another
   *     shape; or when ONNX Runtime cannot load it
   * @throws StageException when the network refuses the input or fails
   * @throws IllegalStateException when closed
   */
  public Tensor run(Tensor input, String output, long... shape) {
    if (inputs.size() != 1) {
      throw unusable(name, "it takes " + inputs + ", not one input; use the file meant here", null);
    }
    return run(Map.of(inputs.get(0), input), output, shape);
  }

  /**
   * Runs the network and picks one output.
   *
   * @param tensors every input by name, all of the same batch
   * @param output the output wanted
   * @param shape the shape one item of it must have, without the batch; -1 for any side
   * @return the output, batch first
   * @throws InvalidInputException when the file is another network: other inputs, no such output,
   *     or another shape; or when ONNX Runtime cannot load it
   * @throws StageException when the network refuses the input or fails
   * @throws IllegalStateException when closed
   */
  public Tensor run(Map<String, Tensor> tensors, String output, long... shape) {
    return pick(run(tensors), output, shape);
  }

  /**
   * Picks an output and holds its shape against what is expected of it.
   *
   * @param outputs what {@link #run(Map)} returned
   * @param output the output wanted
   * @param shape the shape one item of it must have, without the batch; -1 for any side
   * @return the output, batch first
   * @throws InvalidInputException when there is no such output or it has another shape
   */
  public Tensor pick(Map<String, Tensor> outputs, String output, long... shape) {
    Tensor found = outputs.get(output);
    if (found == null) {
      throw unusable(
          name, "it has no output " + output + " but " + outputs.keySet() + "; wrong file?", null);
    }
    long[] actual = found.shape();
    boolean fits = actual.length == shape.length + 1;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = shape[i] < 0 || shape[i] == actual[i + 1];
    }
    if (!fits) {
      String wanted = java.util.Arrays.toString(shape);
      throw unusable(
          name, "its output " + output + " is " + found + ", each should be " + wanted, null);
    }
    return found;
  }

  /**
   * Runs the network.
   *
   * @param tensors every input by name, all of the same batch
   * @return every output of floats or 64-bit integers by name, batch first
   * @throws InvalidInputException when the network has other inputs, or ONNX Runtime cannot load it
   * @throws StageException when the network refuses the input or fails
   * @throws IllegalStateException when closed
   */
  public Map<String, Tensor> run(Map<String, Tensor> tensors) {
    if (!tensors.keySet().equals(java.util.Set.copyOf(inputs))) {
      throw unusable(name, "it takes " + inputs + ", given were " + tensors.keySet(), null);
    }
    int batch = tensors.values().iterator().next().batch();
    if (tensors.values().stream().anyMatch(tensor -> tensor.batch() != batch)) {
      throw new IllegalArgumentException("inputs differ in batch: " + tensors);
    }
    if (batch > 1 && oneByOne) {
      return runOneByOne(tensors, batch);
    }
    try {
      return runOnce(tensors);
    } catch (EngineException e) {
      if (batch == 1) {
        throw failed(e);
      }
      Map<String, Tensor> joined = runOneByOne(tensors, batch);
      oneByOne = true;
      return joined;
    }
  }

  private Map<String, Tensor> runOneByOne(Map<String, Tensor> tensors, int batch) {
    List<Map<String, Tensor>> parts = new ArrayList<>(batch);
    for (int i = 0; i < batch; i++) {
      try {
        parts.add(runOnce(Tensors.item(tensors, i)));
      } catch (EngineException e) {
        throw failed(e);
      }
    }
    return Tensors.joinAll(parts);
  }

  private Map<String, Tensor> runOnce(Map<String, Tensor> tensors) {
    use.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("model " + name + " is closed");
      }
      Model loaded = model.get();
      // Straight to the block: a predictor would detach the outputs from the manager, and nobody
      // would free them.
      try (NDManager manager = loaded.getNDManager().newSubManager()) {
        NDList results =
            loaded
                .getBlock()
                .forward(new ParameterStore(manager, false), arrays(tensors, manager), false);
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        results.forEach(array -> Tensors.put(array, outputs));
        return outputs;
      }
    } finally {
      use.readLock().unlock();
    }
  }

  private Model session() {
    Model session = DjlRuntime.onnxRuntime().newModel(name, Device.cpu());
    // The session keeps what it needs of its options, and DJL closes only those it made itself.
    try (SessionOptions options = new SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(threads);
      // Waiting threads sleep: spinning ones take the cores from whatever else runs.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session.load(file, null, Map.of("sessionOptions", options));
      return session;
    } catch (IOException | MalformedModelException | OrtException | EngineException e) {
      session.close();
      throw unusable(name, "ONNX Runtime cannot load " + file + "; get the file anew", e);
    }
  }

  private NDList arrays(Map<String, Tensor> tensors, NDManager manager) {
    NDList arrays = new NDList();
    for (String input : inputs) {
      Tensor tensor = Objects.requireNonNull(tensors.get(input));
      DataType type = tensor.holdsFloats() ? DataType.FLOAT32 : DataType.INT64;
      NDArray array = manager.create(tensor.buffer(), new Shape(tensor.shape()), type);
      array.setName(input);
      arrays.add(array);
    }
    return arrays;
  }

  private StageException failed(EngineException e) {
    return new StageException(
        "model " + name + " failed; check that it is the file meant here",
        e,
        StageException.RetryInfo.once(false));
  }

  private static InvalidInputException unusable(
      String name, String remedy, @Nullable Throwable cause) {
    InvalidInputException error = new InvalidInputException("model", name, remedy);
    if (cause != null) {
      error.initCause(cause);
    }
    return error;
  }

  /** Frees the weights once no call is under way; does nothing when called again. */
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        model.made().ifPresent(Model::close);
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  @Override
  public String toString() {
    return "OnnxModel[" + name + "]";
  }
}
