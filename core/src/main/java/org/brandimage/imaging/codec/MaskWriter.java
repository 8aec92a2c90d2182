package org.brandimage.imaging.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import org.brandimage.imaging.mask.MaskMorphology;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;

/**
 * A writer of masks as PNG files of pure black and pure white, without an alpha channel: most
 * services reject or misread other values, and for this reason a mask is never written as JPEG. For
 * a service that reads grey as strength, the edge can be feathered. Immutable and thread-safe.
 * Cost: one pass over the pixels, and one more per pixel of feather.
 */
public final class MaskWriter {
  private static final int MOST_FEATHER = 64;

  private MaskWriter() {}

  /** {@return a writer of masks} */
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
    return encode(mask, encoding, 0);
  }

  /**
   * Encodes a mask whose edge fades from KEEP to GENERATE in even steps of grey. Kept pixels stay
   * pure, so the fade lies outside the product. Only for services that document grey as strength.
   *
   * @param mask what to keep and what to generate
   * @param encoding what white means, and how many channels
   * @param feather the width of the fade in pixels, from 0 (pure black and white) to 64
   * @return a PNG of the mask's size
   * @throws IllegalArgumentException when the feather is out of range
   */
  public EncodedImage encode(Mask mask, MaskEncoding encoding, int feather) {
    if (feather < 0 || feather > MOST_FEATHER) {
      throw new IllegalArgumentException("feather must be from 0 to 64: " + feather);
    }
    boolean grey = encoding.channels() == MaskEncoding.Channels.GREY;
    int colourType = grey ? PngLayout.GREY : PngLayout.RGB;
    PngLayout layout = new PngLayout(mask.size(), 8, colourType, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      boolean keepIsWhite = encoding.white() == Mask.Action.KEEP;
      writeRows(levels(mask, keepIsWhite, feather), mask.size(), new PngRows(out, layout));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return EncodedImage.of(EncodedImage.Format.PNG, out.toByteArray());
  }

  /** Returns the grey of every pixel, by rows. */
  private static byte[] levels(Mask mask, boolean keepIsWhite, int feather) {
    byte[] levels = new byte[Math.toIntExact(mask.size().pixels())];
    Arrays.fill(levels, (byte) (keepIsWhite ? 0 : 255));
    for (int radius = feather; radius >= 0; radius--) {
      int strength = Math.round(255f * (feather + 1 - radius) / (feather + 1));
      byte level = (byte) (keepIsWhite ? strength : 255 - strength);
      BitSet within = MaskMorphology.grown(mask, radius).toBits();
      for (int i = within.nextSetBit(0); i >= 0; i = within.nextSetBit(i + 1)) {
        levels[i] = level;
      }
    }
    return levels;
  }

  private static void writeRows(byte[] levels, Size size, PngRows rows) throws IOException {
    int samples = rows.firstSample();
    for (int y = 0; y < size.height(); y++) {
      byte[] row = rows.buffer();
      for (int x = 0; x < size.width(); x++) {
        byte level = levels[y * size.width() + x];
        Arrays.fill(row, samples * (x + 1), samples * (x + 2), level);
      }
      rows.next();
    }
    rows.finish();
  }
}
