package org.brandimage.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.Mask;

/**
 * A writer of masks as PNG files of pure black and pure white, without an alpha channel: services
 * refuse or misread anything between, which is also why a mask is never written as JPEG. Immutable
 * and thread-safe. Cost: one pass over the pixels.
 */
public final class MaskWriter {
  private MaskWriter() {}

  /**
   * Returns a writer.
   *
   * @return a writer
   */
  public static MaskWriter create() {
    return new MaskWriter();
  }

  /**
   * Encodes a mask.
   *
   * @param mask what to keep and what to generate
   * @param encoding what white means, and how many channels
   * @return a PNG of the mask's size
   */
  public EncodedImage encode(Mask mask, MaskEncoding encoding) {
    boolean grey = encoding.channels() == MaskEncoding.Channels.GREY;
    int colourType = grey ? PngLayout.GREY : PngLayout.RGB;
    PngLayout layout = new PngLayout(mask.size(), 8, colourType, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writeRows(mask, encoding.white() == Mask.Action.KEEP, new PngRows(out, layout));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return EncodedImage.of(EncodedImage.Format.PNG, out.toByteArray());
  }

  private static void writeRows(Mask mask, boolean keepIsWhite, PngRows rows) throws IOException {
    int samples = rows.firstSample();
    for (int y = 0; y < mask.size().height(); y++) {
      byte[] row = rows.buffer();
      for (int x = 0; x < mask.size().width(); x++) {
        byte level = (byte) (mask.keeps(x, y) == keepIsWhite ? 255 : 0);
        Arrays.fill(row, samples * (x + 1), samples * (x + 2), level);
      }
      rows.next();
    }
    rows.finish();
  }
}
