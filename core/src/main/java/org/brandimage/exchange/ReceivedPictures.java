package org.brandimage.exchange;

import java.util.Base64;
import java.util.Optional;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.EncodedImage.Format;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Pictures received from a model. Their bytes are kept unchanged, so that content credentials
 * (C2PA) stay valid; {@link org.brandimage.imaging.codec.ImageDecoder} decodes the pixels when a
 * picture is opened.
 */
public final class ReceivedPictures {
  private static final ImageDecoder DECODER = ImageDecoder.create();
  private static final int SIGNATURE = 8;
  private static final String NAME = "generated picture";

  private ReceivedPictures() {}

  /**
   * Decodes the Base64 text of a reply.
   *
   * @param text the text, null when the reply has none
   * @return the picture
   * @throws MalformedReplyException when it is not Base64
   */
  public static EncodedImage decoded(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      throw new MalformedReplyException("images", "holds no Base64 text", "");
    }
    try {
      return encoded(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new MalformedReplyException("images", "is not Base64", "");
    }
  }

  /**
   * {@return a picture in the format that its first bytes show; it is not decoded yet}
   *
   * @param bytes the bytes of the file
   */
  public static EncodedImage encoded(byte[] bytes) {
    if (bytes.length < SIGNATURE) {
      throw new MalformedReplyException("images", "is not a picture", "");
    }
    Format format =
        switch (bytes[0] & 255) {
          case 0xFF -> Format.JPEG;
          case 'R' -> Format.WEBP;
          default -> Format.PNG;
        };
    return EncodedImage.of(format, bytes);
  }

  /**
   * Returns a picture as a source of the canvas' size, cropped and resized where its own size
   * differs.
   *
   * @param image the picture
   * @param canvas the size of the canvas
   * @return an opaque source
   * @throws MalformedReplyException when the picture is damaged
   */
  public static ImageSource onCanvas(EncodedImage image, Size canvas) {
    ImageSource source = source(image);
    requireReadable(source);
    return new OnCanvas(source, canvas);
  }

  /**
   * {@return a picture as a source of its own size}
   *
   * @param image the picture
   * @throws MalformedReplyException when its header cannot be read
   */
  public static ImageSource source(EncodedImage image) {
    try {
      return DECODER.source(image, NAME);
    } catch (UnreadableImageException e) {
      throw new MalformedReplyException("images", "is not a picture that can be read", "");
    }
  }

  /**
   * Reports a damaged picture as a malformed reply at once, not as an unreadable picture some
   * stages later.
   */
  private static void requireReadable(ImageSource source) {
    try {
      source.raster();
    } catch (UnreadableImageException e) {
      throw new MalformedReplyException("images", "is a damaged picture", "");
    }
  }

  /** A received picture, opaque and of the canvas' size. */
  private record OnCanvas(ImageSource source, Size size) implements ImageSource {
    @Override
    public String digest() {
      return source.size().equals(size)
          ? source.digest()
          : Fingerprint.of("on-canvas")
              .add(source.digest())
              .add(size.width())
              .add(size.height())
              .toHex();
    }

    @Override
    public RasterImage raster() {
      return SentPictures.flattened(Resampler.cover(source.raster(), size));
    }

    @Override
    public Optional<EncodedImage> original() {
      return source.original();
    }

    @Override
    public long heapBytes() {
      return source.heapBytes();
    }
  }
}
