package org.brandimage.spi.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.brandimage.spi.result.Fingerprint;

/**
 * An immutable picture as the bytes of a file, kept exactly as they came so that embedded content
 * credentials survive. This class does not decode the bytes. Safe to share between threads.
 */
public final class EncodedImage {
  /** The kinds of file the library reads. */
  public enum Format {
    /** Portable Network Graphics. */
    PNG("image/png"),
    /** JPEG. */
    JPEG("image/jpeg"),
    /** WebP. */
    WEBP("image/webp");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /**
     * Returns the registered media type.
     *
     * @return for example {@code image/png}
     */
    public String mediaType() {
      return mediaType;
    }
  }

  private final Format format;
  private final byte[] bytes;

  private EncodedImage(Format format, byte[] bytes) {
    this.format = Objects.requireNonNull(format, "format");
    if (bytes.length == 0) {
      throw new IllegalArgumentException("bytes must not be empty");
    }
    this.bytes = bytes;
  }

  /**
   * Returns an image of a copy of the given bytes.
   *
   * @param format the kind of file
   * @param bytes the file's bytes, at least one
   * @return the image
   */
  public static EncodedImage of(Format format, byte[] bytes) {
    return new EncodedImage(format, bytes.clone());
  }

  /**
   * Returns the kind of file.
   *
   * @return the format
   */
  public Format format() {
    return format;
  }

  /**
   * Returns the length of the file.
   *
   * @return bytes, at least 1
   */
  public int length() {
    return bytes.length;
  }

  /**
   * Returns the file's bytes.
   *
   * @return a fresh array
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Opens the file's bytes without copying them.
   *
   * @return a stream that needs no closing
   */
  public InputStream openStream() {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * Writes the file's bytes.
   *
   * @param target where to; it is not closed
   * @throws IOException when the target fails
   */
  public void writeTo(OutputStream target) throws IOException {
    target.write(bytes);
  }

  /**
   * Returns an identity of the bytes, a {@link Fingerprint} and so not the plain checksum of the
   * file. Computed anew at each call.
   *
   * @return lower-case hexadecimal
   */
  public String digest() {
    return Fingerprint.of("encoded-image").add(bytes).toHex();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedImage that
        && format == that.format
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * format.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "EncodedImage[" + format + ", " + bytes.length + " bytes]";
  }
}
