package org.brandimage.imaging.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes filled bit by bit from the least significant on, the bit order of deflate. Not thread-safe.
 */
final class BitBuffer {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[65_536];
  private int length;
  private long pending;
  private int pendingBits;

  /** Appends up to 32 bits. */
  void put(int bits, int count) {
    pending |= (bits & 0xFFFFFFFFL) << pendingBits;
    pendingBits += count;
    if (pendingBits >= 32) {
      flushWord();
    }
  }

  private void flushWord() {
    ensure(Long.BYTES);
    LONG.set(bytes, length, pending);
    length += 4;
    pending >>>= 32;
    pendingBits -= 32;
  }

  /**
   * Appends the codes of many symbols. Three codes of at most 15 bits fit beside the 7 that may be
   * pending, so whole words are stored without asking whether they are full.
   *
   * @param symbols indices into the codes, as unsigned bytes
   * @param from the first
   * @param to behind the last
   * @param codes each code's bits, its length from bit 16 on
   */
  void putAll(byte[] symbols, int from, int to, int[] codes) {
    ensure((to - from) * 2 + 2 * Long.BYTES);
    byte[] target = bytes;
    int at = length;
    long word = pending;
    int count = pendingBits;
    int i = from;
    while (i < to) {
      LONG.set(target, at, word);
      at += count >>> 3;
      word >>>= count & ~7;
      count &= 7;
      for (int end = Math.min(to, i + 3); i < end; i++) {
        int code = codes[symbols[i] & 0xFF];
        word |= (long) (code & 0xFFFF) << count;
        count += code >>> 16;
      }
    }
    LONG.set(target, at, word);
    length = at + (count >>> 3);
    pending = word >>> (count & ~7);
    pendingBits = count & 7;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** Fills the last byte up with zeros. */
  void align() {
    put(0, -pendingBits & 7);
    ensure(Long.BYTES);
    LONG.set(bytes, length, pending);
    length += pendingBits >>> 3;
    pending = 0;
    pendingBits = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns how many bytes are whole. */
  int length() {
    return length;
  }

  /** Forgets the whole bytes; bits of an unfinished one stay. */
  void clear() {
    length = 0;
  }
}
