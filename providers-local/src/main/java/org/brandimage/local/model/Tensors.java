package org.brandimage.local.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Moves tensors out of DJL and joins those of single items to a batch. */
final class Tensors {
  private Tensors() {}

  /** Copies an array of floats or of integers to the heap; leaves others out. */
  static void put(NDArray array, Map<String, Tensor> target) {
    long[] shape = array.getShape().getShape();
    long[] atLeastBatch = shape.length == 0 ? new long[] {1} : shape;
    if (array.getDataType() == DataType.FLOAT32) {
      ByteBuffer bytes = array.toByteBuffer();
      float[] values = new float[bytes.remaining() / Float.BYTES];
      bytes.asFloatBuffer().get(values);
      target.put(array.getName(), Tensor.ofFloats(values, atLeastBatch));
    } else if (array.getDataType() == DataType.INT64) {
      ByteBuffer bytes = array.toByteBuffer();
      long[] values = new long[bytes.remaining() / Long.BYTES];
      bytes.asLongBuffer().get(values);
      target.put(array.getName(), Tensor.ofLongs(values, atLeastBatch));
    } else if (array.getDataType() == DataType.INT32) {
      ByteBuffer bytes = array.toByteBuffer();
      long[] values = new long[bytes.remaining() / Integer.BYTES];
      for (int i = 0; i < values.length; i++) {
        values[i] = bytes.getInt(i * Integer.BYTES);
      }
      target.put(array.getName(), Tensor.ofLongs(values, atLeastBatch));
    }
  }

  /** Returns one item of each tensor of a batch. */
  static Map<String, Tensor> item(Map<String, Tensor> batch, int index) {
    Map<String, Tensor> item = new LinkedHashMap<>();
    batch.forEach((name, tensor) -> item.put(name, tensor.item(index)));
    return item;
  }

  /** Joins the outputs of single items, name by name. */
  static Map<String, Tensor> joinAll(List<Map<String, Tensor>> items) {
    Map<String, Tensor> joined = new LinkedHashMap<>();
    for (String name : items.get(0).keySet()) {
      joined.put(
          name, join(items.stream().map(item -> Objects.requireNonNull(item.get(name))).toList()));
    }
    return joined;
  }

  /** Joins the outputs of single items; each has batch 1 and the same shape. */
  private static Tensor join(List<Tensor> items) {
    long[] shape = items.get(0).shape();
    shape[0] = items.stream().mapToLong(Tensor::batch).sum();
    if (items.get(0).holdsFloats()) {
      float[] all = new float[items.stream().mapToInt(item -> item.floats().length).sum()];
      int at = 0;
      for (Tensor item : items) {
        System.arraycopy(item.floats(), 0, all, at, item.floats().length);
        at += item.floats().length;
      }
      return Tensor.ofFloats(all, shape);
    }
    long[] all = new long[items.stream().mapToInt(item -> item.longs().length).sum()];
    int at = 0;
    for (Tensor item : items) {
      System.arraycopy(item.longs(), 0, all, at, item.longs().length);
      at += item.longs().length;
    }
    return Tensor.ofLongs(all, shape);
  }
}
