package org.brandimage.local.model;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The inputs of the network in an ONNX file, read without its weights: the file's outer structure
 * by <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>. Finds files
 * that are cut off or of another kind; what stands in nodes and weights is not looked at.
 */
final class OnnxGraph {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_INPUT = 11;
  private static final int INITIALIZER_NAME = 8;
  private static final int INPUT_NAME = 1;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;
  private static final int LONGEST_NAME = 65_536;

  private final InputStream in;
  private long position;
  private final List<String> inputs = new ArrayList<>();
  private final Set<String> initializers = new HashSet<>();
  private boolean found;

  private OnnxGraph(InputStream in) {
    this.in = in;
  }

  /**
   * Reads the names of the inputs that must be given: those without a value in the file.
   *
   * @param file the file
   * @return the names, in the file's order
   * @throws IOException when the file cannot be read, or is no whole ONNX file
   */
  static List<String> inputs(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      OnnxGraph graph = new OnnxGraph(in);
      graph.readModel(Files.size(file));
      if (!graph.found) {
        throw new IOException("it holds no network");
      }
      graph.inputs.removeAll(graph.initializers);
      return List.copyOf(graph.inputs);
    }
  }

  private void readModel(long end) throws IOException {
    while (position < end) {
      long key = varint(end);
      if (field(key) == MODEL_GRAPH && type(key) == LENGTH) {
        found = true;
        readGraph(endOfField(end));
      } else {
        skip(key, end);
      }
    }
  }

  private void readGraph(long end) throws IOException {
    while (position < end) {
      long key = varint(end);
      if (field(key) == GRAPH_INITIALIZER && type(key) == LENGTH) {
        initializers.add(name(INITIALIZER_NAME, endOfField(end)));
      } else if (field(key) == GRAPH_INPUT && type(key) == LENGTH) {
        inputs.add(name(INPUT_NAME, endOfField(end)));
      } else {
        skip(key, end);
      }
    }
  }

  private String name(int field, long end) throws IOException {
    String name = "";
    while (position < end) {
      long key = varint(end);
      if (field(key) == field && type(key) == LENGTH) {
        int length = (int) Math.min(endOfField(end) - position, LONGEST_NAME + 1L);
        if (length > LONGEST_NAME) {
          throw new IOException("a name of more than " + LONGEST_NAME + " bytes");
        }
        name = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        position += length;
      } else {
        skip(key, end);
      }
    }
    return name;
  }

  private void skip(long key, long end) throws IOException {
    switch (type(key)) {
      case VARINT -> varint(end);
      case FIXED64 -> skipTo(position + Long.BYTES, end);
      case LENGTH -> skipTo(endOfField(end), end);
      case FIXED32 -> skipTo(position + Integer.BYTES, end);
      default -> throw new IOException("unknown structure at byte " + position);
    }
  }

  private void skipTo(long next, long end) throws IOException {
    if (next > end) {
      throw cutOff();
    }
    in.skipNBytes(next - position);
    position = next;
  }

  private long endOfField(long end) throws IOException {
    long length = varint(end);
    if (length < 0 || length > end - position) {
      throw cutOff();
    }
    return position + length;
  }

  private long varint(long end) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = position < end ? in.read() : -1;
      if (next < 0) {
        throw cutOff();
      }
      position++;
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("unknown structure at byte " + position);
  }

  private EOFException cutOff() {
    return new EOFException("cut off, or not an ONNX file, at byte " + position);
  }

  private static int type(long key) {
    return (int) (key & 7);
  }

  private static long field(long key) {
    return key >>> 3;
  }
}
