package org.brandimage.imaging.codec;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import org.jspecify.annotations.Nullable;

/**
 * Copies a reader's picture into ARGB ints in sRGB. The layouts readers really give (interleaved
 * bytes, packed ints) are read from their arrays; asking for one pixel at a time, which costs a
 * colour conversion each, is left for layouts never seen.
 */
final class BufferedImagePixels {
  private static final int OPAQUE = 0xFF000000;

  private BufferedImagePixels() {}

  static void copy(BufferedImage image, PixelSink sink) {
    ColorModel colours = image.getColorModel();
    Raster raster = image.getRaster();
    int width = image.getWidth();
    int[] argb = new int[width];
    boolean straight = !(colours.hasAlpha() && colours.isAlphaPremultiplied());
    RowReader rows = straight ? direct(raster, colours) : null;
    ColourTransform transform =
        rows == null ? ColourTransform.NONE : ColourTransform.toSrgb(colours.getColorSpace());
    for (int y = 0; y < image.getHeight(); y++) {
      if (rows == null) {
        image.getRGB(0, y, width, 1, argb, 0, width);
      } else {
        rows.read(y, argb);
        transform.apply(argb, width);
      }
      sink.putRow(y, argb);
    }
  }

  /** Reads one row of a raster as ARGB in the raster's own colour space. */
  @FunctionalInterface
  private interface RowReader {
    void read(int y, int[] argb);
  }

  private static @Nullable RowReader direct(Raster raster, ColorModel colours) {
    if (colours instanceof ComponentColorModel
        && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getNumBanks() == 1
        && model.getNumBands() == colours.getNumComponents()
        && (colours.getNumColorComponents() == 1 || colours.getNumColorComponents() == 3)) {
      int start =
          start(raster, model.getPixelStride(), model.getScanlineStride()) + buffer.getOffset();
      return interleaved(buffer.getData(), model, start, raster.getWidth());
    }
    boolean packed =
        colours instanceof DirectColorModel masks
            && masks.getRedMask() == 0xFF0000
            && masks.getGreenMask() == 0xFF00
            && masks.getBlueMask() == 0xFF;
    if (packed
        && raster.getSampleModel() instanceof SinglePixelPackedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferInt buffer) {
      int start = start(raster, 1, model.getScanlineStride()) + buffer.getOffset();
      return packed(buffer.getData(), start, model.getScanlineStride(), colours.hasAlpha());
    }
    return null;
  }

  private static int start(Raster raster, int pixelStride, int rowStride) {
    return -raster.getSampleModelTranslateX() * pixelStride
        - raster.getSampleModelTranslateY() * rowStride;
  }

  private static RowReader packed(int[] data, int start, int stride, boolean alpha) {
    int or = alpha ? 0 : OPAQUE;
    return (y, argb) -> {
      int at = start + y * stride;
      for (int x = 0; x < argb.length; x++) {
        argb[x] = data[at + x] | or;
      }
    };
  }

  private static RowReader interleaved(
      byte[] data, PixelInterleavedSampleModel model, int start, int width) {
    int[] bands = model.getBandOffsets();
    int step = model.getPixelStride();
    int stride = model.getScanlineStride();
    int red = bands[0];
    int green = bands.length < 3 ? bands[0] : bands[1];
    int blue = bands.length < 3 ? bands[0] : bands[2];
    boolean opaque = bands.length % 2 == 1;
    int alpha = bands[bands.length - 1];
    return (y, argb) -> {
      int at = start + y * stride;
      for (int x = 0; x < width; x++, at += step) {
        argb[x] =
            (opaque ? OPAQUE : data[at + alpha] << 24)
                | (data[at + red] & 0xFF) << 16
                | (data[at + green] & 0xFF) << 8
                | (data[at + blue] & 0xFF);
      }
    };
  }
}
