package org.brandimage.local.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A store of made-up networks with the inputs and outputs of real ones, so that stages are tested
 * where no real model is. They look at average colours only.
 */
public final class TinyModels {
  /** The tokens that CLIP reads of a text. */
  private static final int CLIP_CONTEXT = 77;

  private static final int CELLS = 48;

  private TinyModels() {}

  public static ModelStore nima(Path folder) throws IOException {
    for (ModelEntry entry :
        new ModelEntry[] {ModelCatalogue.NIMA_AESTHETIC, ModelCatalogue.NIMA_TECHNICAL}) {
      TinyOnnx.graph()
          .floatInput("image", 1, 3, 224, 224)
          .node("AveragePool", "cells", "image", "kernel_shape=56,56", "strides=56,56")
          .constant("shape", 1, CELLS)
          .node("Reshape", "flat", "cells shape")
          .constant("w", random(CELLS * 10, 3), CELLS, 10)
          .node("MatMul", "logits", "flat w")
          .node("Softmax", "distribution", "logits")
          .output("distribution", 1, 10)
          .write(folder.resolve(entry.file()));
    }
    return ModelStore.open(folder);
  }

  public static ModelStore mobileNet(Path folder) throws IOException {
    TinyOnnx.graph()
        .floatInput("image", 1, 3, 224, 224)
        .node("AveragePool", "cells", "image", "kernel_shape=56,56", "strides=56,56")
        .constant("shape", 1, CELLS)
        .node("Reshape", "flat", "cells shape")
        .constant("e", random(CELLS * 1280, 4), CELLS, 1280)
        .constant("l", random(CELLS * 5, 5), CELLS, 5)
        .node("MatMul", "embedding", "flat e")
        .node("MatMul", "logits", "flat l")
        .node("Softmax", "probabilities", "logits")
        .output("probabilities", 1, 5)
        .output("embedding", 1, 1280)
        .output("logits", 1, 5)
        .write(folder.resolve(ModelCatalogue.MOBILENET_V2.file()));
    Files.writeString(
        folder.resolve(ModelCatalogue.IMAGENET_LABELS.file()),
        "background\nshoe\nmug\nduck\nteapot\n");
    return ModelStore.open(folder);
  }

  public static ModelStore dino(Path folder) throws IOException {
    TinyOnnx.graph()
        .floatInput("pixel_values", -1, 3, 224, 224)
        .node("AveragePool", "cells", "pixel_values", "kernel_shape=14,14", "strides=14,14")
        .constant("shape", 0, 3, 256)
        .node("Reshape", "planes", "cells shape")
        .node("Transpose", "patches", "planes", "perm=0,2,1")
        .node("AveragePool", "coarse", "pixel_values", "kernel_shape=112,112", "strides=112,112")
        .constant("cls", 0, 1, 12)
        .node("Reshape", "class", "coarse cls")
        .constant("p", random(3 * 12, 6), 3, 12)
        .node("MatMul", "wide", "patches p")
        .node("Concat", "last_hidden_state", "class wide", "axis=1")
        .output("last_hidden_state", -1, 257, 12)
        .write(folder.resolve(ModelCatalogue.DINO_V2.file()));
    return ModelStore.open(folder);
  }

  /** Finds what is not white, on a map of 1024x1024. */
  public static ModelStore isnet(Path folder) throws IOException {
    TinyOnnx.graph()
        .floatInput("input", 1, 3, 1024, 1024)
        .node("ReduceMin", "darkest", "input", "axes=1")
        .constant("white", new float[] {0.44f}, 1)
        .constant("steep", new float[] {30}, 1)
        .constant("zero", new float[] {0}, 1)
        .node("Sub", "dark", "white darkest")
        .node("Mul", "slope", "dark steep")
        .node("Relu", "above", "slope")
        .constant("one", new float[] {1}, 1)
        .node("Min", "output", "above one")
        .output("output", 1, 1, 1024, 1024)
        .write(folder.resolve(ModelCatalogue.ISNET.file()));
    return ModelStore.open(folder);
  }

  /** Sees no object, or one of a class around one anchor. */
  public static ModelStore ssd(Path folder, int anchor, int label, float score) throws IOException {
    float[] classes = new float[1917 * 24];
    java.util.Arrays.fill(classes, -8);
    if (anchor >= 0) {
      classes[anchor * 24 + label] = (float) Math.log(score / (1 - score));
    }
    TinyOnnx.graph()
        .floatInput("image", 1, 3, 300, 300)
        .node("ReduceMean", "mean", "image", "keepdims=0")
        .constant("zero", new float[] {0}, 1)
        .node("Mul", "none", "mean zero")
        .constant("b", new float[1917 * 4], 1, 1917, 4)
        .constant("c", classes, 1, 1917, 24)
        .node("Add", "box_encodings", "b none")
        .node("Add", "class_predictions", "c none")
        .output("box_encodings", 1, 1917, 4)
        .output("class_predictions", 1, 1917, 24)
        .write(folder.resolve(ModelCatalogue.SSD_OPEN_IMAGES.file()));
    StringBuilder labels = new StringBuilder("background\n");
    for (int i = 1; i < 24; i++) {
      labels.append(i == 4 ? "Person" : i == 12 ? "Mug" : "Class " + i).append('\n');
    }
    Files.writeString(folder.resolve(ModelCatalogue.SSD_LABELS.file()), labels.toString());
    return ModelStore.open(folder);
  }

  /** CLIP's towers, HPS in the same layout, LAION's small head and a vocabulary of bytes only. */
  public static ModelStore clip(Path folder) throws IOException {
    for (ModelEntry entry :
        new ModelEntry[] {ModelCatalogue.CLIP_VISION, ModelCatalogue.HPS_V2_VISION}) {
      TinyOnnx.graph()
          .floatInput("pixel_values", -1, 3, 224, 224)
          .node("AveragePool", "cells", "pixel_values", "kernel_shape=56,56", "strides=56,56")
          .constant("shape", -1, CELLS)
          .node("Reshape", "flat", "cells shape")
          .constant("w", random(CELLS * 512, 7), CELLS, 512)
          .node("MatMul", "image_embeds", "flat w")
          .output("image_embeds", -1, 512)
          .write(folder.resolve(entry.file()));
    }
    for (ModelEntry entry :
        new ModelEntry[] {ModelCatalogue.CLIP_TEXT, ModelCatalogue.HPS_V2_TEXT}) {
      TinyOnnx.graph()
          .longInput("input_ids", -1, CLIP_CONTEXT)
          .node("Cast", "numbers", "input_ids", "to=1")
          .constant("w", random(CLIP_CONTEXT * 512, 8), CLIP_CONTEXT, 512)
          .node("MatMul", "text_embeds", "numbers w")
          .output("text_embeds", -1, 512)
          .write(folder.resolve(entry.file()));
    }
    writeVocabulary(folder.resolve(ModelCatalogue.CLIP_VOCABULARY.file()));
    Path head = folder.resolve(ModelCatalogue.LAION_V1_B32.file());
    Files.createDirectories(head.getParent());
    Files.writeString(
        head,
        "{\"dim\": 512, \"weight\": "
            + java.util.Arrays.toString(random(512, 9))
            + ", \"bias\": 5.5}");
    return ModelStore.open(folder);
  }

  /** One number of the picture's mean and of the text's tokens. */
  public static ModelStore imageReward(Path folder) throws IOException {
    TinyOnnx.graph()
        .floatInput("pixel_values", -1, 3, 224, 224)
        .longInput("input_ids", -1, 35)
        .longInput("attention_mask", -1, 35)
        .node("Mul", "kept", "input_ids attention_mask")
        .node("Cast", "numbers", "kept", "to=1")
        .constant("small", new float[] {0.001f}, 1)
        .node("ReduceMean", "text", "numbers", "axes=1")
        .node("Mul", "scaled", "text small")
        .node("GlobalAveragePool", "colours", "pixel_values")
        .constant("shape", -1, 3)
        .node("Reshape", "flat", "colours shape")
        .node("ReduceMean", "picture", "flat", "axes=1")
        .node("Add", "reward", "picture scaled")
        .output("reward", -1, 1)
        .write(folder.resolve(ModelCatalogue.IMAGE_REWARD.file()));
    return ModelStore.open(folder);
  }

  private static void writeVocabulary(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    StringBuilder lines = new StringBuilder("version\n");
    for (int i = 0; i < 48894; i++) {
      lines.append("q").append(i).append(" z\n");
    }
    try (java.io.OutputStream out =
        new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
