package org.brandimage.spi.result;

import java.util.Optional;

/**
 * A store of bytes under their own digest, for the pictures of a {@link ResultStore}. What was put
 * is on durable storage when {@link #put} returns. Implementations are thread-safe.
 */
public interface BlobStore {
  /**
   * Keeps bytes. Putting the same bytes again changes nothing.
   *
   * @param content the bytes
   * @return their SHA-256, 64 lower-case hexadecimal digits
   * @throws org.brandimage.spi.error.ResultStoreException when they cannot be kept
   */
  String put(byte[] content);

  /**
   * Returns bytes that were put.
   *
   * @param sha256 their SHA-256, 64 lower-case hexadecimal digits
   * @return the bytes, or empty when there are none
   * @throws IllegalArgumentException when the text is no SHA-256
   * @throws org.brandimage.spi.error.ResultStoreException when they cannot be read, or are not what
   *     was put
   */
  Optional<byte[]> get(String sha256);

  /**
   * Forgets bytes; does nothing when there are none.
   *
   * @param sha256 their SHA-256, 64 lower-case hexadecimal digits
   * @throws IllegalArgumentException when the text is no SHA-256
   * @throws org.brandimage.spi.error.ResultStoreException when they cannot be removed
   */
  void delete(String sha256);
}
