package org.brandimage.local.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.model.TinyOnnx;

/** Networks whose output is a constant: the lower rows of a grid of 4 x 4 are one class. */
final class TinySegmenters {
  private static final int CELLS = 16;

  private TinySegmenters() {}

  /** Writes a network in planes; the last so many rows are class 1, the others class 2. */
  static ModelStore planes(Path folder, int lowerRows, String labels) throws IOException {
    float[] logits = new float[3 * CELLS];
    for (int i = 0; i < CELLS; i++) {
      logits[(i / 4 >= 4 - lowerRows ? 1 : 2) * CELLS + i] = 12;
    }
    write(folder, "tiny_abc_32.onnx", new long[] {1, 3, 32, 32}, logits, new long[] {1, 3, 4, 4});
    Files.writeString(folder.resolve("seg/abc_labels.txt"), labels);
    return ModelStore.open(folder);
  }

  /** Writes a network with channels last, which is described by a card. */
  static ModelStore channelsLast(Path folder, String card) throws IOException {
    float[] shares = new float[3 * CELLS];
    for (int i = 0; i < CELLS; i++) {
      shares[3 * i + (i / 4 >= 2 ? 1 : 2)] = 1;
    }
    write(folder, "other.onnx", new long[] {1, 32, 32, 3}, shares, new long[] {1, 4, 4, 3});
    Files.writeString(folder.resolve("seg/other.json"), card);
    return ModelStore.open(folder);
  }

  /** Writes a network that gives the index of each pixel's class. */
  static ModelStore labels(Path folder, String card) throws IOException {
    float[] labels = new float[CELLS];
    for (int i = 0; i < CELLS; i++) {
      labels[i] = i / 4 >= 2 ? 1 : 2;
    }
    write(folder, "labels.onnx", new long[] {1, 3, 32, 32}, labels, new long[] {1, 1, 4, 4});
    Files.writeString(folder.resolve("seg/labels.json"), card);
    return ModelStore.open(folder);
  }

  private static void write(Path folder, String name, long[] input, float[] values, long[] output)
      throws IOException {
    TinyOnnx.graph()
        .floatInput("image", input)
        .node("ReduceMean", "mean", "image", "keepdims=0")
        .constant("zero", new float[] {0}, 1)
        .node("Mul", "none", "mean zero")
        .constant("values", values, output)
        .node("Add", "logits", "values none")
        .output("logits", output)
        .write(folder.resolve("seg").resolve(name));
  }
}
