package org.brandimage.imaging.codec;

import java.util.Arrays;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a PNG's unfiltered rows into ARGB: greys and palettes of any depth, 16-bit samples rounded
 * to 8 (PNG third edition, section 13.12), and the transparency chunk (section 11.3.1.1).
 */
final class PngSamples {
  private static final int OPAQUE = 0xFF000000;

  private final PngLayout layout;
  private final int[] palette = new int[256];
  private final int[] transparent;

  /**
   * Creates the conversion.
   *
   * @param layout how pixels are stored
   * @param plte the palette chunk, or null
   * @param trns the transparency chunk, or null
   * @throws IIOException when a palette is needed and missing or malformed
   */
  PngSamples(PngLayout layout, byte @Nullable [] plte, byte @Nullable [] trns) throws IIOException {
    this.layout = layout;
    this.transparent = transparentColour(layout, trns);
    if (layout.colourType() == PngLayout.PALETTE) {
      fillPalette(plte, trns);
    } else if (layout.depth() <= 8) {
      fillGreys();
    }
  }

  private static int[] transparentColour(PngLayout layout, byte @Nullable [] trns) {
    int samples = layout.samples();
    boolean possible =
        layout.colourType() == PngLayout.GREY || layout.colourType() == PngLayout.RGB;
    if (!possible || trns == null || trns.length < 2 * samples) {
      return new int[0];
    }
    int[] colour = new int[samples];
    for (int i = 0; i < samples; i++) {
      colour[i] = (trns[2 * i] & 0xFF) << 8 | (trns[2 * i + 1] & 0xFF);
    }
    return colour;
  }

  private void fillPalette(byte @Nullable [] plte, byte @Nullable [] trns) throws IIOException {
    if (plte == null || plte.length == 0 || plte.length % 3 != 0) {
      throw new IIOException("is damaged: its palette is missing or incomplete");
    }
    Arrays.fill(palette, OPAQUE);
    for (int i = 0; i < plte.length / 3; i++) {
      int alpha = trns != null && i < trns.length ? trns[i] & 0xFF : 0xFF;
      palette[i] =
          alpha << 24
              | (plte[3 * i] & 0xFF) << 16
              | (plte[3 * i + 1] & 0xFF) << 8
              | (plte[3 * i + 2] & 0xFF);
    }
  }

  /** Treats a grey of up to 8 bits as a palette of its own. */
  private void fillGreys() {
    int most = (1 << layout.depth()) - 1;
    for (int i = 0; i <= most; i++) {
      int alpha = transparent.length == 1 && transparent[0] == i ? 0 : OPAQUE;
      palette[i] = alpha | i * 255 / most * 0x010101;
    }
  }

  /** Converts the first {@code width} pixels of a row. */
  void expand(byte[] row, int width, int[] argb) {
    if (layout.depth() == 16) {
      expand16(row, width, argb);
      return;
    }
    switch (layout.colourType()) {
      case PngLayout.GREY, PngLayout.PALETTE -> expandIndices(row, width, argb);
      case PngLayout.GREY_ALPHA -> {
        for (int x = 0; x < width; x++) {
          argb[x] = row[2 * x + 1] << 24 | (row[2 * x] & 0xFF) * 0x010101;
        }
      }
      case PngLayout.RGB_ALPHA -> {
        for (int x = 0; x < width; x++) {
          argb[x] = row[4 * x + 3] << 24 | rgb(row, 4 * x);
        }
      }
      default -> expandRgb(row, width, argb);
    }
  }

  private void expandIndices(byte[] row, int width, int[] argb) {
    int depth = layout.depth();
    int mask = (1 << depth) - 1;
    for (int x = 0; x < width; x++) {
      int bit = x * depth;
      argb[x] = palette[row[bit >> 3] >> (8 - depth - (bit & 7)) & mask];
    }
  }

  private void expandRgb(byte[] row, int width, int[] argb) {
    for (int x = 0; x < width; x++) {
      argb[x] = OPAQUE | rgb(row, 3 * x);
    }
    if (transparent.length == 3) {
      int clear = OPAQUE | transparent[0] << 16 | transparent[1] << 8 | transparent[2];
      for (int x = 0; x < width; x++) {
        argb[x] = argb[x] == clear ? clear & ~OPAQUE : argb[x];
      }
    }
  }

  private static int rgb(byte[] row, int at) {
    return ((row[at] & 0xFF) << 16) | ((row[at + 1] & 0xFF) << 8) | (row[at + 2] & 0xFF);
  }

  private void expand16(byte[] row, int width, int[] argb) {
    int samples = layout.samples();
    boolean grey = samples < 3;
    boolean alpha = samples % 2 == 0;
    for (int x = 0; x < width; x++) {
      int at = 2 * samples * x;
      int red = sample16(row, at);
      int green = grey ? red : sample16(row, at + 2);
      int blue = grey ? red : sample16(row, at + 4);
      int opacity = alpha ? sample16(row, at + 2 * samples - 2) : 0xFFFF;
      if (isTransparent(red, green, blue)) {
        opacity = 0;
      }
      argb[x] = to8(opacity) << 24 | to8(red) << 16 | to8(green) << 8 | to8(blue);
    }
  }

  private boolean isTransparent(int red, int green, int blue) {
    return switch (transparent.length) {
      case 1 -> transparent[0] == red;
      case 3 -> transparent[0] == red && transparent[1] == green && transparent[2] == blue;
      default -> false;
    };
  }

  private static int sample16(byte[] row, int at) {
    return (row[at] & 0xFF) << 8 | (row[at + 1] & 0xFF);
  }

  /** Returns sample * 255 / 65535, rounded to nearest. */
  private static int to8(int sample) {
    return (sample * 255 + 32_895) >>> 16;
  }
}
