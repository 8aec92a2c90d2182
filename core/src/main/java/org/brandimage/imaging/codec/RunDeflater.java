package org.brandimage.imaging.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * A fast zlib encoder for filtered rows of a picture (RFC 1950, RFC 1951). Filters leave mostly
 * small differences, so the gain is in the entropy code: each block gets Huffman codes of its own.
 * Of deflate's back references only runs of one byte are used, which is what flat areas become; no
 * search for longer matches is made. Not thread-safe.
 */
final class RunDeflater {
  private static final int END_OF_BLOCK = 256;
  private static final int LITERALS_AND_LENGTHS = 286;
  private static final int LONGEST_RUN = 258;
  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_LENGTH_CODE = 7;

  /** The order in which lengths of the code length code are sent (RFC 1951, section 3.2.7). */
  private static final int[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final BitBuffer out;
  private final Adler32 checksum = new Adler32();

  /** Start and length of each run of the current block. */
  private int[] runs = new int[1024];

  private int runCount;
  private final int[] frequencies = new int[LITERALS_AND_LENGTHS];

  RunDeflater(BitBuffer out) {
    this.out = out;
    // Deflate, window of 32 KB, no dictionary, "fastest algorithm"; divisible by 31.
    out.put(0x78, 8);
    out.put(0x01, 8);
  }

  /** Encodes a block; the last one is followed by the checksum. */
  void block(byte[] data, int length, boolean last) {
    checksum.update(data, 0, length);
    findRuns(data, length);
    HuffmanCode literals = HuffmanCode.of(frequencies, LONGEST_CODE);
    out.put(last ? 1 : 0, 1);
    out.put(2, 2);
    putCodes(literals);
    putData(data, length, literals);
    if (last) {
      out.align();
      out.put(Integer.reverseBytes((int) checksum.getValue()), 32);
    }
  }

  /** Finds the runs and counts what will be sent. */
  private void findRuns(byte[] data, int length) {
    int[] counts = frequencies;
    Arrays.fill(counts, 0);
    counts[END_OF_BLOCK] = 1;
    runCount = 0;
    int last = length - 3;
    int i = 0;
    while (i < length) {
      if (i > 0 && i < last && fourEqual(data, i - 1)) {
        int end = endOfRun(data, i, length);
        addRun(i, end - i);
        counts[lengthSymbol(end - i)]++;
        i = end;
      } else {
        counts[data[i++] & 0xFF]++;
      }
    }
  }

  private void addRun(int start, int length) {
    if (2 * runCount == runs.length) {
      runs = Arrays.copyOf(runs, runs.length * 2);
    }
    runs[2 * runCount] = start;
    runs[2 * runCount + 1] = length;
    runCount++;
  }

  /** One comparison instead of three: in photos each of the three would be a coin toss. */
  private static boolean fourEqual(byte[] data, int at) {
    int four = (int) INT.get(data, at);
    return four == Integer.rotateLeft(four, 8);
  }

  private static int endOfRun(byte[] data, int start, int length) {
    int limit = Math.min(length, start + LONGEST_RUN);
    int end = start + 1;
    while (end < limit && data[end] == data[start]) {
      end++;
    }
    return end;
  }

  private void putData(byte[] data, int length, HuffmanCode literals) {
    int[] codes = new int[END_OF_BLOCK];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = literals.code(i) | (literals.length(i) << 16);
    }
    int done = 0;
    for (int i = 0; i < runCount; i++) {
      int start = runs[2 * i];
      out.putAll(data, done, start, codes);
      putRun(literals, runs[2 * i + 1]);
      done = start + runs[2 * i + 1];
    }
    out.putAll(data, done, length, codes);
    out.put(literals.code(END_OF_BLOCK), literals.length(END_OF_BLOCK));
  }

  private void putRun(HuffmanCode literals, int run) {
    int symbol = lengthSymbol(run);
    out.put(literals.code(symbol), literals.length(symbol));
    int extra = extraBits(run);
    out.put((run - 3) & ((1 << extra) - 1), extra);
    // The only distance code there is: distance 1, one bit.
    out.put(0, 1);
  }

  /** Returns the symbol of a run's length (RFC 1951, section 3.2.5). */
  static int lengthSymbol(int run) {
    if (run == LONGEST_RUN) {
      return LITERALS_AND_LENGTHS - 1;
    }
    int extra = extraBits(run);
    return 257 + 4 * extra + ((run - 3) >> extra);
  }

  private static int extraBits(int run) {
    return run == LONGEST_RUN || run < 7 ? 0 : 29 - Integer.numberOfLeadingZeros(run - 3);
  }

  private void putCodes(HuffmanCode literals) {
    int used = literals.used(257);
    int[] lengths = new int[used + 1];
    for (int i = 0; i < used; i++) {
      lengths[i] = literals.length(i);
    }
    lengths[used] = 1;
    int[] counts = new int[LENGTH_ORDER.length];
    for (int length : lengths) {
      counts[length]++;
    }
    HuffmanCode lengthCode = HuffmanCode.of(counts, LONGEST_LENGTH_CODE);
    int sent = LENGTH_ORDER.length;
    while (sent > 4 && lengthCode.length(LENGTH_ORDER[sent - 1]) == 0) {
      sent--;
    }
    out.put(used - 257, 5);
    out.put(0, 5);
    out.put(sent - 4, 4);
    for (int i = 0; i < sent; i++) {
      out.put(lengthCode.length(LENGTH_ORDER[i]), 3);
    }
    for (int length : lengths) {
      out.put(lengthCode.code(length), lengthCode.length(length));
    }
  }
}
