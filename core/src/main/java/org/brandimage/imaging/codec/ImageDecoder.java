package org.brandimage.imaging.codec;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.IIOException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;

/**
 * A bounded decoder of picture files. PNG, JPEG and WebP are read, recognised by their first bytes
 * whatever their name or declared format; all other files are rejected. Width and height are read
 * and compared with the limits before any pixel is decoded. The result is upright (Exif orientation
 * applied) and sRGB: CMYK, greys, palettes, 16-bit samples and embedded colour profiles are
 * converted, and a broken profile counts as sRGB. A PNG's gamma chunk is ignored, as in most
 * viewers when there is a profile.
 *
 * <p>Whatever a file contains, the caller gets the pixels or an {@link UnreadableImageException}
 * that names the image, soon after the deadline at the latest. Decoding runs in the caller's
 * thread; the deadline is checked wherever a decoder asks for input or finishes a row, so no thread
 * is left behind. Memory: about 8 bytes per pixel while decoding, 4 afterwards. Immutable and
 * thread-safe.
 */
public final class ImageDecoder {
  private static final int DEFAULT_MAX_BYTES = 64 << 20;
  private static final long DEFAULT_MAX_PIXELS = 50_000_000;
  private static final int HEAP_BYTES_PER_PIXEL = 16;
  private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

  private final int maxBytes;
  private final long maxPixels;
  private final Duration deadline;

  private ImageDecoder(Builder builder) {
    this.maxBytes = builder.maxBytes;
    this.maxPixels = builder.maxPixels;
    this.deadline = builder.deadline;
  }

  /** {@return a decoder with the default limits} */
  public static ImageDecoder create() {
    return builder().build();
  }

  /** {@return a builder of a decoder, with the documented default limits} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Decodes a picture.
   *
   * @param image the file's bytes; its declared format is not relied on
   * @param name the asset id or file name, for messages
   * @return the upright pixels
   * @throws UnreadableImageException when the picture is damaged, too large, too slow to decode, or
   *     of an unsupported kind
   */
  public RasterImage decode(EncodedImage image, String name) {
    Objects.requireNonNull(image, "image");
    return guarded(name, () -> decodeWithinLimits(image));
  }

  /**
   * Reads a file without decoding it. Its header is read, so that what is returned is known to be a
   * picture within the limits.
   *
   * @param file the file
   * @param name the asset id or file name, for messages
   * @return the file's bytes and its format by its first bytes
   * @throws UnreadableImageException when there is no such file, or it is not such a picture
   */
  public EncodedImage read(Path file, String name) {
    Objects.requireNonNull(file, "file");
    return guarded(name, () -> readWithinLimits(file));
  }

  /**
   * Opens a file as a source. The file is streamed through once, for its header and its digest;
   * neither bytes nor pixels are held. Each {@link ImageSource#raster()} decodes anew, and fails
   * when the file has changed since it was opened.
   *
   * @param file the file
   * @param name the asset id or file name, for messages
   * @return a source whose digest is the SHA-256 of the file
   * @throws UnreadableImageException when there is no such file, or it is not such a picture
   */
  public ImageSource open(Path file, String name) {
    Objects.requireNonNull(file, "file");
    return guarded(
        name,
        () -> {
          try (InputStream in = openWithinLimits(file);
              DigestStream digest = new DigestStream(in)) {
            ImageHeader header = checkedHeader(digest);
            return new FileSource(this, file, name, header.size(), digest.drainToHex());
          }
        });
  }

  /**
   * Returns a source of a picture in memory. It holds the bytes and decodes them at each {@link
   * ImageSource#raster()}.
   *
   * @param image the file's bytes
   * @param name the asset id or file name, for messages
   * @return a source whose digest is the SHA-256 of the bytes
   * @throws UnreadableImageException when the header is not one of a picture within the limits
   */
  public ImageSource source(EncodedImage image, String name) {
    Objects.requireNonNull(image, "image");
    return guarded(
        name,
        () -> {
          checkLength(image.length());
          ImageHeader header = checkedHeader(image.openStream());
          try (DigestStream digest = new DigestStream(image.openStream())) {
            return new EncodedSource(this, image, name, header.size(), digest.drainToHex());
          }
        });
  }

  private RasterImage decodeWithinLimits(EncodedImage image) throws IOException {
    checkLength(image.length());
    ImageHeader header = checkedHeader(image.openStream());
    Deadline end = Deadline.in(deadline);
    return header.format() == EncodedImage.Format.PNG
        ? PngDecoder.decode(image.openStream(), header, end)
        : ReaderDecoder.decode(image, header, end);
  }

  private EncodedImage readWithinLimits(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = openWithinLimits(file)) {
      bytes = in.readNBytes(maxBytes);
      // The file may have grown since its length was asked for.
      checkLength(bytes.length + (in.read() < 0 ? 0L : 1L));
    }
    ImageHeader header = checkedHeader(new ByteArrayInputStream(bytes));
    return EncodedImage.of(header.format(), bytes);
  }

  private InputStream openWithinLimits(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IIOException(Files.exists(file) ? "is not a regular file" : "is not there");
    }
    checkLength(Files.size(file));
    return Files.newInputStream(file);
  }

  private void checkLength(long bytes) throws IIOException {
    if (bytes > maxBytes) {
      throw new IIOException(
          "has more than " + maxBytes + " bytes; make it smaller or raise maxBytes");
    }
  }

  private ImageHeader checkedHeader(InputStream in) throws IOException {
    ImageHeader header = HeaderParser.parse(in);
    if (header.stored().pixels() > maxPixels) {
      throw new IIOException(
          "is "
              + header.stored()
              + ", more than "
              + maxPixels
              + " pixels; make it smaller or raise maxPixels");
    }
    return header;
  }

  /** The decoding of a file of unknown origin. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  /** Decoders may throw anything on hostile files, so everything is caught here. */
  private static <T> T guarded(String name, Work<T> work) {
    Objects.requireNonNull(name, "name");
    try {
      return work.run();
    } catch (UnreadableImageException e) {
      throw e;
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new UnreadableImageException(name, "is not there", e);
    } catch (IIOException e) {
      throw new UnreadableImageException(name, problemOf(e), e);
    } catch (OutOfMemoryError e) {
      throw new UnreadableImageException(
          name, "needs more memory than there is; make it smaller or lower maxPixels", e);
    } catch (StackOverflowError e) {
      throw new UnreadableImageException(name, "is damaged: it nests without end", e);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      throw new UnreadableImageException(
          name, "is damaged or cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static String problemOf(IIOException e) {
    String message = e.getMessage();
    return message == null ? "is damaged" : message.strip();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ImageDecoder[%d bytes, %d pixels, %d ms at most]",
        maxBytes,
        maxPixels,
        deadline.toMillis());
  }

  /** A builder of {@link ImageDecoder}. Not thread-safe. */
  public static final class Builder {
    private int maxBytes = DEFAULT_MAX_BYTES;
    private long maxPixels =
        Math.min(DEFAULT_MAX_PIXELS, Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_PIXEL);
    private Duration deadline = DEFAULT_DEADLINE;

    private Builder() {}

    /**
     * Sets the largest number of bytes of a file.
     *
     * @param maxBytes at least 1; 64 MiB by default
     * @return this
     */
    public Builder maxBytes(int maxBytes) {
      if (maxBytes < 1) {
        throw new IllegalArgumentException("maxBytes must be at least 1: " + maxBytes);
      }
      this.maxBytes = maxBytes;
      return this;
    }

    /**
     * Sets the largest number of pixels of a picture.
     *
     * @param maxPixels at least 1; by default 50 million, or the largest heap in bytes divided by
     *     16 when that is less
     * @return this
     */
    public Builder maxPixels(long maxPixels) {
      if (maxPixels < 1) {
        throw new IllegalArgumentException("maxPixels must be at least 1: " + maxPixels);
      }
      this.maxPixels = maxPixels;
      return this;
    }

    /**
     * Sets the longest time that decoding one picture may take. The time in which the thread waits
     * for a busy machine does not count, up to ten times this limit.
     *
     * @param deadline more than zero; 5 seconds by default
     * @return this
     */
    public Builder deadline(Duration deadline) {
      if (deadline.isZero() || deadline.isNegative()) {
        throw new IllegalArgumentException("deadline must be more than zero: " + deadline);
      }
      this.deadline = deadline;
      return this;
    }

    /** {@return a decoder with these limits} */
    public ImageDecoder build() {
      return new ImageDecoder(this);
    }
  }
}
