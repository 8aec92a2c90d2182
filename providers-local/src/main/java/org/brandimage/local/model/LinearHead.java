package org.brandimage.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.brandimage.spi.error.InvalidInputException;

/**
 * One linear layer on an embedding of length 1: {@code w·e + b}. LAION's aesthetic predictor V1 is
 * such a layer; the five layers of V2 have no activations between them, so their product is one
 * too. Read from JSON with {@code dim}, {@code weight} and {@code bias}. Cost: below a microsecond.
 * Immutable and thread-safe.
 */
public final class LinearHead {
  private final float[] weight;
  private final double bias;

  private LinearHead(float[] weight, double bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /**
   * Reads a head.
   *
   * @param store where its file is
   * @param entry the file
   * @return the head
   * @throws InvalidInputException when the file is missing or is no such JSON
   */
  public static LinearHead open(ModelStore store, ModelEntry entry) {
    try {
      JsonNode json = new ObjectMapper().readTree(store.file(entry).toFile());
      JsonNode numbers = json.path("weight");
      int dimension = json.path("dim").asInt(numbers.size());
      if (!numbers.isArray() || numbers.isEmpty() || numbers.size() != dimension) {
        throw unusable(entry, "\"weight\" has " + numbers.size() + " of " + dimension + " numbers");
      }
      float[] weight = new float[dimension];
      for (int i = 0; i < dimension; i++) {
        weight[i] = (float) numbers.get(i).asDouble(Double.NaN);
        if (!Float.isFinite(weight[i])) {
          throw unusable(entry, "\"weight\" must hold finite numbers");
        }
      }
      if (!json.path("bias").isNumber()) {
        throw unusable(entry, "\"bias\" must be a number");
      }
      return new LinearHead(weight, json.path("bias").asDouble());
    } catch (IOException e) {
      InvalidInputException error = unusable(entry, "it is no JSON; get it anew");
      error.initCause(e);
      throw error;
    }
  }

  private static InvalidInputException unusable(ModelEntry entry, String why) {
    return new InvalidInputException("model " + entry.name(), entry.file(), why);
  }

  /**
   * Returns the length of the embeddings it takes.
   *
   * @return at least 1
   */
  public int dimension() {
    return weight.length;
  }

  /**
   * Scores an embedding.
   *
   * @param embedding of length 1, {@link #dimension} values
   * @return the score, about 1 to 10 for LAION's heads
   * @throws IllegalArgumentException when the dimension differs
   */
  public double score(float[] embedding) {
    if (embedding.length != weight.length) {
      throw new IllegalArgumentException(
          "head takes " + weight.length + " values, given were " + embedding.length);
    }
    // Four sums, since one would wait for each addition before the next.
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int i = 0;
    for (; i + 3 < weight.length; i += 4) {
      first += weight[i] * embedding[i];
      second += weight[i + 1] * embedding[i + 1];
      third += weight[i + 2] * embedding[i + 2];
      fourth += weight[i + 3] * embedding[i + 3];
    }
    for (; i < weight.length; i++) {
      first += weight[i] * embedding[i];
    }
    return bias + (first + second) + (third + fourth);
  }
}
