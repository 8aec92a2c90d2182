package org.brandimage.local.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes networks of a few nodes as ONNX files, so that tests need no model of anybody's. The
 * format is Protocol Buffers; field numbers are those of onnx.proto3 (ONNX 1.13, opset 13).
 */
public final class TinyOnnx {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  private TinyOnnx() {
    put(graph, 2, "tiny".getBytes(StandardCharsets.UTF_8));
  }

  public static TinyOnnx graph() {
    return new TinyOnnx();
  }

  /** Adds an input of floats; a side of -1 is free. */
  public TinyOnnx floatInput(String name, long... shape) {
    put(graph, 11, value(name, FLOAT, shape));
    return this;
  }

  /** Adds an input of 64-bit integers; a side of -1 is free. */
  public TinyOnnx longInput(String name, long... shape) {
    put(graph, 11, value(name, INT64, shape));
    return this;
  }

  public TinyOnnx output(String name, long... shape) {
    put(graph, 12, value(name, FLOAT, shape));
    return this;
  }

  /** Adds a constant of floats. */
  public TinyOnnx constant(String name, float[] values, long... shape) {
    put(graph, 5, floats(name, values, shape));
    return this;
  }

  /** Adds a constant of 64-bit integers. */
  public TinyOnnx constant(String name, long... values) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    varint(tensor, 1, values.length);
    varint(tensor, 2, INT64);
    put(tensor, 8, name.getBytes(StandardCharsets.UTF_8));
    ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    put(tensor, 9, raw.array());
    put(graph, 5, tensor.toByteArray());
    return this;
  }

  /** Adds a node with one output; integer attributes are written {@code name=1} or {@code 1,2}. */
  public TinyOnnx node(String type, String output, String inputs, String... attributes) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    for (String input : inputs.split(" ", -1)) {
      put(node, 1, input.getBytes(StandardCharsets.UTF_8));
    }
    put(node, 2, output.getBytes(StandardCharsets.UTF_8));
    put(node, 4, type.getBytes(StandardCharsets.UTF_8));
    for (String attribute : attributes) {
      put(node, 5, attribute(attribute));
    }
    put(graph, 1, node.toByteArray());
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream opset = new ByteArrayOutputStream();
    put(opset, 1, new byte[0]);
    varint(opset, 2, 13);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    varint(model, 1, 8);
    put(model, 7, graph.toByteArray());
    put(model, 8, opset.toByteArray());
    return model.toByteArray();
  }

  /** Writes the file, with the folders it needs. */
  public Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes());
  }

  private static byte[] attribute(String text) {
    String[] parts = text.split("=", -1);
    String[] values = parts[1].split(",", -1);
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    put(attribute, 1, parts[0].getBytes(StandardCharsets.UTF_8));
    boolean list = parts[1].contains(",") || parts[0].equals("axes");
    for (String value : values) {
      varint(attribute, list ? 8 : 3, Long.parseLong(value));
    }
    varint(attribute, 20, list ? 7 : 2);
    return attribute.toByteArray();
  }

  private static byte[] floats(String name, float[] values, long... shape) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (long side : shape) {
      varint(tensor, 1, side);
    }
    varint(tensor, 2, FLOAT);
    put(tensor, 8, name.getBytes(StandardCharsets.UTF_8));
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    put(tensor, 9, raw.array());
    return tensor.toByteArray();
  }

  private static byte[] value(String name, int type, long... shape) {
    ByteArrayOutputStream sides = new ByteArrayOutputStream();
    for (long side : shape) {
      ByteArrayOutputStream dimension = new ByteArrayOutputStream();
      if (side < 0) {
        put(dimension, 2, "n".getBytes(StandardCharsets.UTF_8));
      } else {
        varint(dimension, 1, side);
      }
      put(sides, 1, dimension.toByteArray());
    }
    ByteArrayOutputStream tensorType = new ByteArrayOutputStream();
    varint(tensorType, 1, type);
    put(tensorType, 2, sides.toByteArray());
    ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
    put(wrapped, 1, tensorType.toByteArray());
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    put(info, 1, name.getBytes(StandardCharsets.UTF_8));
    put(info, 2, wrapped.toByteArray());
    return info.toByteArray();
  }

  private static void put(ByteArrayOutputStream target, int field, byte[] bytes) {
    number(target, (long) field << 3 | 2);
    number(target, bytes.length);
    target.writeBytes(bytes);
  }

  private static void varint(ByteArrayOutputStream target, int field, long value) {
    number(target, (long) field << 3);
    number(target, value);
  }

  private static void number(ByteArrayOutputStream target, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      target.write((int) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    target.write((int) left);
  }
}
