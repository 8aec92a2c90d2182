package org.brandimage.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxGraphTest {
  @TempDir private Path folder;

  @Test
  void inputs_someWithAValueInTheFile_areThoseToBeGivenInOrder() throws IOException {
    Path file =
        TinyOnnx.graph()
            .longInput("ids", -1, -1)
            .floatInput("table", 3, 2)
            .floatInput("a", 1, 2)
            .constant("table", new float[] {0, 1, 10, 11, 20, 21}, 3, 2)
            .node("Gather", "rows", "table ids")
            .output("rows", -1, -1, 2)
            .write(folder.resolve("gather.onnx"));

    assertThat(OnnxGraph.inputs(file)).containsExactly("ids", "a");
  }

  /** After the network come two fields more, so a file that ends between them is whole enough. */
  @Test
  void inputs_fileCutOffAnywhereInTheNetwork_isRefused() throws IOException {
    byte[] whole = Files.readAllBytes(matrix());
    int accepted = 0;
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
      try {
        assertThat(OnnxGraph.inputs(cut)).containsExactly("x");
        accepted++;
      } catch (IOException e) {
        assertThat(e).hasMessageMatching("cut off, or not.*at byte \\d+|it holds no network");
      }
    }

    assertThat(accepted).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>404</html>", "version https://git-lfs.github.com/spec/v1\n", ""})
  void inputs_otherKindOfFile_isRefused(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("other.onnx"), content);

    assertThatThrownBy(() -> OnnxGraph.inputs(file)).isInstanceOf(IOException.class);
  }

  @Test
  void inputs_everySharedModel_areThoseOfOnnxRuntime() throws Exception {
    DjlRuntime.onnxRuntime();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(SharedModels.folder("models"))) {
      found.filter(file -> file.toString().endsWith(".onnx")).forEach(files::add);
    }

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertThat(OnnxGraph.inputs(file)).as(file.toString()).isEqualTo(runtimeInputs(file));
    }
  }

  private static List<String> runtimeInputs(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      try (OrtSession session =
          OrtEnvironment.getEnvironment().createSession(file.toString(), options)) {
        return List.copyOf(session.getInputNames());
      }
    }
  }

  private Path matrix() throws IOException {
    return TinyOnnx.graph()
        .floatInput("x", 1, 3)
        .constant("w", new float[] {1, 2, 3, 4, 5, 6}, 3, 2)
        .node("MatMul", "y", "x w")
        .output("y", 1, 2)
        .write(folder.resolve("matrix.onnx"));
  }
}
