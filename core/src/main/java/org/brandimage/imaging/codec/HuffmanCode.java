package org.brandimage.imaging.codec;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A canonical Huffman code for one block of deflate (RFC 1951, section 3.2.2): more frequent
 * symbols get shorter codes, none longer than a limit. Codes are stored with their bits reversed,
 * as deflate sends them most significant bit first into a stream filled from the least. The optimal
 * lengths are found with Huffman's algorithm; when they pass the limit the frequencies are halved,
 * which flattens the code, and it is built again.
 */
final class HuffmanCode {
  private final int[] lengths;
  private final int[] codes;

  private HuffmanCode(int[] lengths) {
    this.lengths = lengths;
    this.codes = reversedCodes(lengths);
  }

  /**
   * Builds a code.
   *
   * @param frequencies how often each symbol occurs; not changed
   * @param longest the limit in bits
   * @return a code in which every symbol that occurs has at least one bit, and no other any
   */
  static HuffmanCode of(int[] frequencies, int longest) {
    int[] weights = frequencies.clone();
    while (true) {
      int[] lengths = optimalLengths(weights);
      if (Arrays.stream(lengths).max().orElse(0) <= longest) {
        return new HuffmanCode(lengths);
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (weights[i] + 1) / 2;
      }
    }
  }

  int length(int symbol) {
    return lengths[symbol];
  }

  int code(int symbol) {
    return codes[symbol];
  }

  /** Returns the number of symbols up to the last that has a code, but at least so many. */
  int used(int least) {
    int used = lengths.length;
    while (used > least && lengths[used - 1] == 0) {
      used--;
    }
    return used;
  }

  /** A tree under construction: a symbol, or two trees joined. */
  private record Node(long weight, int id) implements Comparable<Node> {
    @Override
    public int compareTo(Node other) {
      int byWeight = Long.compare(weight, other.weight);
      return byWeight != 0 ? byWeight : Integer.compare(id, other.id);
    }
  }

  private static int[] optimalLengths(int[] weights) {
    int symbols = weights.length;
    PriorityQueue<Node> trees = new PriorityQueue<>();
    for (int i = 0; i < symbols; i++) {
      if (weights[i] > 0) {
        trees.add(new Node(weights[i], i));
      }
    }
    int[] lengths = new int[symbols];
    if (trees.size() == 1) {
      lengths[trees.remove().id()] = 1;
      return lengths;
    }
    int[] parents = new int[2 * symbols];
    int next = symbols;
    while (trees.size() > 1) {
      Node first = trees.remove();
      Node second = trees.remove();
      parents[first.id()] = next;
      parents[second.id()] = next;
      trees.add(new Node(first.weight() + second.weight(), next++));
    }
    int root = next - 1;
    int[] depths = new int[2 * symbols];
    for (int inner = root - 1; inner >= symbols; inner--) {
      depths[inner] = depths[parents[inner]] + 1;
    }
    for (int i = 0; i < symbols; i++) {
      lengths[i] = weights[i] > 0 ? depths[parents[i]] + 1 : 0;
    }
    return lengths;
  }

  private static int[] reversedCodes(int[] lengths) {
    int[] counts = new int[17];
    for (int length : lengths) {
      counts[length]++;
    }
    counts[0] = 0;
    int[] nextCode = new int[17];
    for (int bits = 1; bits < nextCode.length; bits++) {
      nextCode[bits] = (nextCode[bits - 1] + counts[bits - 1]) << 1;
    }
    int[] codes = new int[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > 0) {
        codes[i] = Integer.reverse(nextCode[lengths[i]]++) >>> (32 - lengths[i]);
      }
    }
    return codes;
  }
}
