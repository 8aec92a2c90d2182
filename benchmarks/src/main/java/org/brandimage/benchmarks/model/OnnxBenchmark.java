package org.brandimage.benchmarks.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.brandimage.benchmarks.metric.CpuMillis;
import org.brandimage.local.model.ModelCatalogue;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.OnnxModel;
import org.brandimage.local.model.Tensor;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A real network through {@link OnnxModel} (Deep Java Library and copies included) and through ONNX
 * Runtime itself with a direct buffer, one thread each. Needs the model files: {@code -p
 * models=DIR}.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar OnnxBenchmark -p
 * models=../shared/models}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class OnnxBenchmark {
  /** The folder of model files. */
  @Param("../shared/models")
  public String models = "";

  /** Which network. */
  @Param({"nima-aesthetic", "mobilenet-v2"})
  public String network = "";

  private final float[] values = new float[3 * 224 * 224];
  private @Nullable OnnxModel djl;
  private @Nullable OrtSession session;
  private FloatBuffer buffer = FloatBuffer.allocate(0);
  private String output = "";

  /** For the benchmark runner. */
  public OnnxBenchmark() {}

  /** Loads the network twice and checks that both give the same. */
  @Setup
  public void prepare() throws OrtException {
    boolean nima = network.equals("nima-aesthetic");
    ModelStore store = ModelStore.open(Path.of(models));
    Path file = store.file(nima ? ModelCatalogue.NIMA_AESTHETIC : ModelCatalogue.MOBILENET_V2);
    output = nima ? "distribution" : "embedding";
    djl = OnnxModel.load(file, 1);
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 37 % 256) / 255f;
    }
    buffer =
        ByteBuffer.allocateDirect(values.length * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    buffer.put(values).rewind();
    float[] ours = throughDjl();
    float[] theirs = raw();
    for (int i = 0; i < ours.length; i++) {
      if (Math.abs(ours[i] - theirs[i]) > 1e-5) {
        throw new IllegalStateException("answers differ at " + i);
      }
    }
  }

  /** Frees both. */
  @TearDown
  public void close() throws OrtException {
    Objects.requireNonNull(djl).close();
    Objects.requireNonNull(session).close();
  }

  /** Through the library's seam. */
  @Benchmark
  public float[] library(CpuMillis time) {
    return throughDjl();
  }

  private float[] throughDjl() {
    Tensor input = Tensor.ofFloats(values, 1, 3, 224, 224);
    OnnxModel model = Objects.requireNonNull(djl);
    return Objects.requireNonNull(model.run(Map.of("image", input)).get(output)).floats();
  }

  /** ONNX Runtime itself. */
  @Benchmark
  public float[] runtime(CpuMillis time) throws OrtException {
    return raw();
  }

  private float[] raw() throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {1, 3, 224, 224};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, buffer, shape);
        OrtSession.Result result = Objects.requireNonNull(session).run(Map.of("image", input))) {
      FloatBuffer found = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
      float[] copy = new float[found.remaining()];
      found.get(copy);
      return copy;
    }
  }
}
