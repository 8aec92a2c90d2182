package org.brandimage.imaging.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;

/**
 * A writer of PNG files for pictures that are sent to a service: several times faster than the
 * platform's, and smaller for photographs. Opaque pictures become 8-bit RGB, others RGBA; nothing
 * is lost, and the colours of fully transparent pixels are kept. Rows are filtered with Paeth's
 * predictor and coded in blocks as they come, so less than a megabyte is held in addition to the
 * result. Of all repetitions, only runs are coded: a picture of repeated patterns (a screenshot, a
 * photo enlarged by repeating pixels) may come out larger than from a slower writer. Immutable and
 * thread-safe. Cost: one pass over the pixels in the caller's thread.
 *
 * <p>Source: PNG third edition (W3C, 2025); RFC 1950 and 1951.
 */
public final class PngWriter {
  private PngWriter() {}

  /** {@return a writer of PNG files} */
  public static PngWriter create() {
    return new PngWriter();
  }

  /**
   * Encodes a picture in memory.
   *
   * @param image the pixels
   * @return the PNG file
   */
  public EncodedImage encode(RasterImage image) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream((int) Math.min(1 << 28, image.size().pixels() + 1024));
    try {
      write(image, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return EncodedImage.of(EncodedImage.Format.PNG, out.toByteArray());
  }

  /**
   * Writes a picture as it is encoded.
   *
   * @param image the pixels
   * @param out the stream to write to; neither flushed nor closed
   * @throws IOException when the target fails
   */
  public void write(RasterImage image, OutputStream out) throws IOException {
    Objects.requireNonNull(out, "out");
    boolean opaque = image.opaque();
    int colourType = opaque ? PngLayout.RGB : PngLayout.RGB_ALPHA;
    PngRows rows = new PngRows(out, new PngLayout(image.size(), 8, colourType, false));
    int[] argb = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      image.copyRow(y, argb);
      unpack(argb, !opaque, rows.buffer(), rows.firstSample());
      rows.next();
    }
    rows.finish();
  }

  private static void unpack(int[] argb, boolean alpha, byte[] row, int first) {
    int at = first;
    for (int pixel : argb) {
      row[at] = (byte) (pixel >> 16);
      row[at + 1] = (byte) (pixel >> 8);
      row[at + 2] = (byte) pixel;
      at += 3;
      if (alpha) {
        row[at++] = (byte) (pixel >> 24);
      }
    }
  }
}
