package org.brandimage.spi.result;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A digest over the fields of a value, each preceded by its length so that different lists of
 * fields never give the same input. SHA-256. Not thread-safe; make one, add, and read it once.
 */
public final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Starts a fingerprint.
   *
   * @param type the kind of value, so that equal fields of different kinds differ
   * @return an empty fingerprint of that kind
   */
  public static Fingerprint of(String type) {
    return new Fingerprint().add(type);
  }

  /**
   * Adds a text.
   *
   * @param text the text
   * @return this
   */
  public Fingerprint add(String text) {
    return add(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds a whole number.
   *
   * @param number the number
   * @return this
   */
  public Fingerprint add(long number) {
    return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  /**
   * Adds a number.
   *
   * @param number the number
   * @return this
   */
  public Fingerprint add(double number) {
    return add(Double.doubleToLongBits(number));
  }

  /**
   * Adds bytes.
   *
   * @param bytes the bytes
   * @return this
   */
  public Fingerprint add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /**
   * Adds whole numbers, for example a row of pixels.
   *
   * @param numbers the numbers
   * @return this
   */
  public Fingerprint add(int[] numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    buffer.asIntBuffer().put(numbers);
    return add(buffer.array());
  }

  /**
   * Adds a list: its length, then each text.
   *
   * @param texts the texts, in an order that has meaning
   * @return this
   */
  public Fingerprint addAll(Collection<String> texts) {
    add(texts.size());
    texts.forEach(this::add);
    return this;
  }

  /**
   * Returns the digest and ends this fingerprint.
   *
   * @return SHA-256 in lower-case hexadecimal
   */
  public String toHex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
