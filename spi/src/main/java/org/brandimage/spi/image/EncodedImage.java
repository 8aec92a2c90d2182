package org.brandimage.spi.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.brandimage.spi.result.Fingerprint;

/**
 * An immutable picture as the bytes of a file. The bytes are never changed, so that embedded
 * content credentials stay valid. This class does not decode the bytes. Safe to share between
 * threads.
 */
public final class EncodedImage {
  /** The file formats that the library reads. */
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

    /** {@return the registered media type, such as {@code image/png}} */
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
   * {@return an image that holds a copy of the given bytes}
   *
   * @param format the file format
   * @param bytes the file's bytes, at least one
   * @throws IllegalArgumentException when there are no bytes
   */
  public static EncodedImage of(Format format, byte[] bytes) {
    return new EncodedImage(format, bytes.clone());
  }

  /** {@return the file format} */
  public Format format() {
    return format;
  }

  /** {@return the length of the file in bytes, at least 1} */
  public int length() {
    return bytes.length;
  }

  /** {@return the file's bytes, in a new array} */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** {@return a stream of the file's bytes, which are not copied} The stream need not be closed. */
  public InputStream openStream() {
    return new ByteArrayInputStream(bytes);
  }

  /**
   * Writes the file's bytes.
   *
   * @param target the stream to write to; it is not closed
   * @throws IOException when the target fails
   */
  public void writeTo(OutputStream target) throws IOException {
    target.write(bytes);
  }

  /**
   * {@return the identity of the bytes, in lower-case hexadecimal} It is a {@link Fingerprint}, not
   * the plain checksum of the file, and is computed at each call.
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
