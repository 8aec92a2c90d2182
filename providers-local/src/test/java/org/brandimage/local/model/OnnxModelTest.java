package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.StageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelTest {
  @TempDir private Path folder;

  @Test
  void run_oneItem_multipliesByTheMatrix() throws IOException {
    try (OnnxModel model = OnnxModel.load(matrix(1))) {
      Tensor answer = model.run(Tensor.ofFloats(new float[] {1, 2, 3}, 1, 3), "y", 2);

      assertThat(model.inputs()).containsExactly("x");
      assertThat(answer.shape()).containsExactly(1, 2);
      assertThat(answer.floats()).containsExactly(1 + 2 * 3 + 3 * 5, 2 + 2 * 4 + 3 * 6);
    }
  }

  @Test
  void run_batch_isTheSameForFreeAndFixedBatchDimension() throws IOException {
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    float[] expected = {22, 28, 49, 64, 76, 100};
    try (OnnxModel free = OnnxModel.load(matrix(-1));
        OnnxModel fixed = OnnxModel.load(matrix(1))) {
      for (int round = 0; round < 2; round++) {
        assertThat(free.run(Tensor.ofFloats(values, 3, 3), "y", 2).floats()).isEqualTo(expected);
        assertThat(fixed.run(Tensor.ofFloats(values, 3, 3), "y", -1).floats()).isEqualTo(expected);
      }
    }
  }

  @Test
  void run_integers_areTaken() throws IOException {
    Path file =
        TinyOnnx.graph()
            .longInput("ids", -1, -1)
            .constant("table", new float[] {0, 1, 10, 11, 20, 21}, 3, 2)
            .node("Gather", "rows", "table ids")
            .output("rows", -1, -1, 2)
            .write(folder.resolve("gather.onnx"));
    try (OnnxModel model = OnnxModel.load(file)) {
      Tensor rows = model.run(Tensor.ofLongs(new long[] {2, 0}, 1, 2), "rows", -1, 2);

      assertThat(rows.floats()).containsExactly(20, 21, 0, 1);
    }
  }

  @Test
  void run_manyThreads_giveTheSameAnswer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (OnnxModel model = OnnxModel.load(matrix(-1), 1)) {
      List<Callable<float[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        float x = i;
        tasks.add(() -> model.run(Tensor.ofFloats(new float[] {x, 0, 0}, 1, 3), "y", 2).floats());
      }
      List<Future<float[]>> answers = threads.invokeAll(tasks);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).containsExactly(i, 2f * i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void load_missingFile_isNamed() {
    assertThatThrownBy(() -> OnnxModel.load(folder.resolve("nowhere.onnx")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nowhere.onnx")
        .hasMessageContaining("no such file");
  }

  @Test
  void load_damagedFile_isNamedWithARemedy() throws IOException {
    byte[] whole = Files.readAllBytes(matrix(1));
    Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length / 2));
    Path text = Files.writeString(folder.resolve("text.onnx"), "<html>404</html>");
    Path empty = Files.write(folder.resolve("empty.onnx"), new byte[0]);

    for (Path file : List.of(cut, text, empty)) {
      assertThatThrownBy(() -> OnnxModel.load(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(file.getFileName().toString())
          .hasMessageContaining("get the file anew");
    }
  }

  @Test
  void run_wholeFileThatIsNoNetwork_isNamedWithARemedyEachTime() throws IOException {
    Path file =
        TinyOnnx.graph()
            .floatInput("x", 1, 3)
            .node("NoSuchOperator", "y", "x")
            .output("y", 1, 3)
            .write(folder.resolve("made-up.onnx"));
    try (OnnxModel model = OnnxModel.load(file)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> model.run(Tensor.ofFloats(new float[3], 1, 3), "y", 3))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("made-up.onnx")
            .hasMessageContaining("ONNX Runtime cannot load")
            .hasMessageContaining("get the file anew");
      }
    }
  }

  @Test
  void run_interruptedThreadFirst_loadsAndRuns() throws IOException {
    try (OnnxModel model = OnnxModel.load(matrix(1))) {
      Thread.currentThread().interrupt();
      Tensor answer = model.run(Tensor.ofFloats(new float[] {1, 0, 0}, 1, 3), "y", 2);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(answer.floats()).containsExactly(1, 2);
    }
  }

  @Test
  void run_otherTensors_areRefusedWithTheNames() throws IOException {
    try (OnnxModel model = OnnxModel.load(matrix(1))) {
      Tensor good = Tensor.ofFloats(new float[3], 1, 3);

      assertThatThrownBy(() -> model.run(Map.of("image", good)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("[x]")
          .hasMessageContaining("[image]");
      assertThatThrownBy(() -> model.run(good, "distribution", 10))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("matrix.onnx")
          .hasMessageContaining("no output distribution but [y]");
      assertThatThrownBy(() -> model.run(good, "y", 10))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("float32[1, 2], each should be [10]");
      assertThatThrownBy(() -> model.run(Tensor.ofFloats(new float[4], 1, 4), "y", 2))
          .isInstanceOf(StageException.class)
          .hasMessageContaining("matrix.onnx");
      assertThatThrownBy(() -> model.run(Tensor.ofFloats(new float[8], 2, 4), "y", 2))
          .isInstanceOf(StageException.class);
    }
  }

  @Test
  void close_twice_thenUse_isRefused() throws IOException {
    OnnxModel model = OnnxModel.load(matrix(1));
    model.close();
    model.close();

    assertThatThrownBy(() -> model.run(Tensor.ofFloats(new float[3], 1, 3), "y", 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void tensor_shapeThatDoesNotFit_isRefused() {
    assertThatThrownBy(() -> Tensor.ofFloats(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[2, 3]");
    assertThatThrownBy(() -> Tensor.ofFloats(new float[1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path matrix(long batch) throws IOException {
    return TinyOnnx.graph()
        .floatInput("x", batch, 3)
        .constant("w", new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
        .node("MatMul", "y", "x w")
        .output("y", batch, 2)
        .write(folder.resolve("batch" + batch).resolve("matrix.onnx"));
  }
}
